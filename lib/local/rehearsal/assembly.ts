import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../constraints/json';
import { isList, isObject, scalarText, tryParseJson } from '../../constraints/json';
import type { StackTemplate } from './change';

/**
 * Reads the stacks of one stage from a cloud assembly that the CDK wrote, in deployment order.
 *
 * @returns no stack when the assembly has no such stage
 */
export function readStage(assembly: string, stage: string): readonly StackTemplate[] {
  const folder = stageFolder(assembly, stage);
  return folder === undefined ? [] : readStacks(folder);
}

function stageFolder(assembly: string, stage: string): string | undefined {
  for (const artifact of artifacts(assembly).values()) {
    if (artifact['type'] !== 'cdk:cloud-assembly') continue;
    const { directoryName, displayName } = section(artifact, 'properties');
    if (displayName === stage && typeof directoryName === 'string') return join(assembly, directoryName);
  }
  return undefined;
}

function readStacks(folder: string): readonly StackTemplate[] {
  const found = artifacts(folder);
  const assets = assetKeys(folder);
  const done = new Set<string>();
  const stacks: StackTemplate[] = [];
  const visit = (id: string): void => {
    const artifact = found.get(id);
    if (artifact === undefined || done.has(id)) return;
    done.add(id);
    const { dependencies } = artifact;
    for (const dependency of isList(dependencies) ? dependencies : []) visit(scalarText(dependency) ?? '');
    if (artifact['type'] !== 'aws:cloudformation:stack') return;
    const { templateFile, stackName } = section(artifact, 'properties');
    if (typeof templateFile !== 'string') return;
    const template = readFileSync(join(folder, templateFile), 'utf8');
    stacks.push({
      name: scalarText(stackName) ?? id,
      template,
      assets: assets.filter((key) => template.includes(key)),
    });
  };
  for (const id of found.keys()) visit(id);
  return stacks;
}

/** Object keys of all file assets of a folder; those of templates are not in a template. */
function assetKeys(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.assets.json'))
    .flatMap((file) => Object.values(section(readJson(join(folder, file)), 'files')))
    .flatMap((asset) => (isObject(asset) ? Object.values(section(asset, 'destinations')) : []))
    .flatMap((destination) => (isObject(destination) ? (scalarText(destination['objectKey']) ?? []) : []));
}

function artifacts(folder: string): ReadonlyMap<string, JsonObject> {
  const entries = Object.entries(section(readJson(join(folder, 'manifest.json')), 'artifacts'));
  return new Map(entries.flatMap(([id, value]) => (isObject(value) ? [[id, value] as const] : [])));
}

function section(value: Json, name: string): JsonObject {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : {};
}

function readJson(file: string): Json {
  return tryParseJson(readFileSync(file, 'utf8')) ?? {};
}
