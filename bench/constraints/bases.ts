import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../lib/constraints/json';
import { isObject, tryParseJson } from '../../lib/constraints/json';

/** A valid resource. */
export interface Base {
  readonly type: string;
  readonly properties: JsonObject;
}

/** Templates are JSON. */
function templateFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => path.join(folder, file));
}

/** The largest resource of each type in the templates of folders: it has the most places for faults. */
export function bases(folders: readonly string[]): readonly Base[] {
  const found = new Map<string, Base>();
  for (const file of folders.flatMap(templateFiles)) {
    const template = tryParseJson(readFileSync(file, 'utf8'));
    const resources = isObject(template) && isObject(template['Resources']) ? template['Resources'] : {};
    for (const resource of Object.values(resources)) {
      if (!isObject(resource) || typeof resource['Type'] !== 'string') continue;
      const { Type: type, Properties: properties } = resource;
      const base = { type, properties: isObject(properties) ? properties : {} };
      const known = found.get(type);
      const size = (each: Base): number => JSON.stringify(each.properties).length;
      if (known === undefined || size(base) > size(known)) found.set(type, base);
    }
  }
  return [...found.values()].toSorted((a, b) => (a.type < b.type ? -1 : 1));
}
