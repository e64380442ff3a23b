import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asRecord, asText, isRecord } from '../../lib/graph';
import { openDocument } from '../../lib/graph/read-document';
import { readTemplateText } from '../../lib/graph/text/template-text';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform/issue';
import { readFileText } from './file-text';
import type { TemplateFile } from './template-file';
import { readTemplateFile } from './template-file';

/** File that describes an assembly of the CDK. */
const manifestName = 'manifest.json';

/** Whether a folder is an assembly of the CDK, such as `cdk.out`. */
export function isAssemblyFolder(path: string): boolean {
  return existsSync(join(path, manifestName));
}

/**
 * Reads every stack of an assembly, those of its stages included. The environment of a stack is its stage: the path of the
 * stack without its last part, or `file` for a stack outside of every stage.
 *
 * Source: the schema of @aws-cdk/cloud-assembly-schema (artifact manifests), read 2026-12-01.
 */
export function readAssemblyFolder(folder: string): Result<readonly TemplateFile[]> {
  const files: TemplateFile[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    if (seen.has(resolve(next))) continue;
    seen.add(resolve(next));
    const manifest = readManifest(next);
    issues.push(...manifest.issues);
    if (!manifest.ok) continue;
    for (const [id, raw] of Object.entries(asRecord(manifest.value['artifacts']))) {
      const artifact = asRecord(raw);
      const { directoryName, templateFile, stackName } = asRecord(artifact['properties']);
      if (artifact['type'] === 'cdk:cloud-assembly' && typeof directoryName === 'string')
        folders.push(join(next, directoryName));
      if (artifact['type'] !== 'aws:cloudformation:stack' || typeof templateFile !== 'string') continue;
      const read = readStack(join(next, templateFile), placeOf(id, artifact));
      issues.push(...read.issues);
      // Without a name of its own, a stack has the id of its artifact.
      if (read.ok && read.value !== undefined) files.push({ ...read.value, deployedAs: asText(stackName) ?? id });
    }
  }
  if (files.length > 0 || issues.length > 0) return files.length > 0 ? success(files, issues) : failure(issues);
  return failure([
    invalid(join(folder, manifestName), 'the assembly has no stack', 'artifacts of the type aws:cloudformation:stack'),
  ]);
}

function readManifest(folder: string): Result<Readonly<Record<string, unknown>>> {
  const file = join(folder, manifestName);
  const read = readFileText(file);
  if (!read.ok) return read;
  const parsed = readTemplateText(read.value.text, file);
  if (!parsed.ok) return parsed;
  return isRecord(parsed.value) && isRecord(parsed.value['artifacts'])
    ? success(parsed.value)
    : failure([invalid(file, 'is no manifest of a CDK assembly', 'an object with artifacts')]);
}

/** @returns undefined for a stack that has no resources */
function readStack(
  file: string,
  place: { readonly environment: string; readonly stack: string },
): Result<TemplateFile | undefined> {
  const read = readFileText(file);
  if (!read.ok) return read;
  const opened = openDocument(read.value.text, file);
  if (!opened.ok) return opened;
  // The CDK writes a stack without resources too, and deploys nothing of it.
  const { value } = opened.value.parsed;
  if (isRecord(value) && value['Resources'] === undefined) return success(undefined);
  if (opened.value.format !== 'cloudformation')
    return failure([invalid(file, 'is no template', 'a CloudFormation template')]);
  return readTemplateFile(opened.value, place);
}

/** The display name is the path of the stack, with its name in brackets where that differs. */
function placeOf(id: string, artifact: Readonly<Record<string, unknown>>) {
  const steps = (asText(artifact['displayName']) ?? id).replace(/ \(.*\)$/, '').split('/');
  return { environment: steps.slice(0, -1).join('/') || 'file', stack: steps.at(-1) ?? id };
}

function invalid(path: string, message: string, expected: string): Issue {
  return { code: 'InvalidDocument', path, message, expected, fix: 'write the assembly again: cdk synth' };
}
