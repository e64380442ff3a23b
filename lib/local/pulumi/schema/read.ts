import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { modules } from './modules';

/** Properties of an object by name; a `!` after the name marks a required one. See generate.ts for the type texts. */
export type PropertyTypes = Readonly<Record<string, string>>;

const properties = z.record(z.string(), z.string());
const moduleRows = z.object({
  package: z.string(),
  version: z.string(),
  module: z.string(),
  resources: z.record(z.string(), z.object({ inputs: properties, outputs: z.array(z.string()) })),
  types: z.record(z.string(), properties),
  sets: z.record(z.string(), z.array(z.string())),
});

/** The declared types of one azure-native module. */
export type ModuleRows = z.infer<typeof moduleRows>;

const loaded = new Map<string, ModuleRows>();

/** The rows of a module, read on first use; `undefined` for a module without rows. */
export function readModuleRows(module: string): ModuleRows | undefined {
  if (!modules.some((known) => known === module)) return undefined;
  const known = loaded.get(module);
  if (known !== undefined) return known;
  const file = path.join(__dirname, 'rows', `${module}.json`);
  const rows = moduleRows.parse(JSON.parse(readFileSync(file, 'utf8')));
  loaded.set(module, rows);
  return rows;
}

/** Whether a type of azure-native has a row, so that its inputs can be checked. */
export function isKnownAzureType(type: string): boolean {
  const [, module = '', name = ''] = type.split(':');
  return Object.hasOwn(readModuleRows(module)?.resources ?? {}, name);
}
