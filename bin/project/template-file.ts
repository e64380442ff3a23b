import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { JsonObject } from '../../lib/constraints/json';
import { withMacros } from '../../lib/constraints/template/macros';
import type { StackTemplate, SynthesizedStack } from '../../lib/graph';
import { asRecord, asText, nestedStacksOf } from '../../lib/graph';
import type { OpenDocument } from '../../lib/graph/read-document';
import { openDocument } from '../../lib/graph/read-document';
import { linesOf } from '../../lib/graph/text/lines';
import { readTemplateText, templateOf } from '../../lib/graph/text/template-text';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform/issue';
import { readFileText, templateTooLarge } from './file-text';

/** A template with those of its nested stacks, and what is known about its resources before the deployment. */
export interface TemplateFile {
  readonly stack: SynthesizedStack;
  /** Name of the stack in the account. @default - not known */
  readonly deployedAs?: string;
  /** Every template as it is written, the nested ones included. */
  readonly templates: readonly SynthesizedStack[];
  /** Addresses of resources that a macro makes of something else. */
  readonly unknown: ReadonlySet<string>;
  /** What makes resources that are not known yet: stack and path. */
  readonly makers: readonly string[];
  /** File and line of each resource, by `<environment> <address>`. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
}

/** What is collected on the way through nested templates. */
interface Collected {
  readonly templates: SynthesizedStack[];
  readonly unknown: Set<string>;
  readonly makers: string[];
  readonly places: Map<string, { readonly file: string; readonly line: number }>;
  readonly issues: Issue[];
}

/** A template file: where it belongs, and the files that lead to it. */
interface Visit {
  readonly environment: string;
  readonly stack: string;
  /** Absolute paths from the first template to this one. */
  readonly chain: readonly string[];
  /** Paths of the assets of the CDK by their hash. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Templates of one file with all that are nested in it: a stack has at most 2,500 operations in the service. */
const mostTemplates = 2_500;

/**
 * Reads a template and those of its nested stacks, which are files beside it. A nested template that cannot be read leaves its
 * resources unknown, and an issue says so.
 */
export function readTemplateFile(
  document: OpenDocument,
  place: { readonly environment: string; readonly stack: string },
): Result<TemplateFile> {
  const collected: Collected = { templates: [], unknown: new Set(), makers: [], places: new Map(), issues: [] };
  const read = readOpen(
    document,
    { ...place, chain: [resolve(document.file)], assets: assetsBeside(document.file) },
    collected,
  );
  if (read === undefined) return failure(collected.issues);
  const { templates, unknown, makers, places, issues } = collected;
  return success({ stack: { ...place, ...read }, templates, unknown, makers, places }, issues);
}

function readOpen(document: OpenDocument, visit: Visit, collected: Collected): StackTemplate | undefined {
  const { parsed, text, file } = document;
  const template = templateOf(parsed, text, file);
  collected.issues.push(...template.issues);
  if (!template.ok) return undefined;
  const { environment, stack } = visit;
  collected.templates.push({ environment, stack, template: template.value });
  // `templateOf` has checked that it is an object.
  const { resources, unknown, makers } = withMacros(template.value as JsonObject);
  for (const logicalId of unknown) collected.unknown.add(`${stack}/${logicalId}`);
  collected.makers.push(...makers.map((path) => stack + path));
  addPlaces(document, visit, Object.keys(resources['Resources'] ?? {}), collected);
  const nested = new Map<string, StackTemplate>();
  for (const { logicalId, file: named, location } of nestedStacksOf(resources)) {
    const inner = named ?? assetIn(location, visit.assets);
    const path = `${file} Resources.${logicalId}`;
    if (inner === undefined) {
      collected.issues.push(unread(path, location));
      continue;
    }
    const read = readNested({ path, inner, logicalId, file }, visit, collected);
    if (read !== undefined) nested.set(logicalId, read);
  }
  return nested.size === 0 ? { template: resources } : { template: resources, nested };
}

function addPlaces(
  { parsed, text, file }: OpenDocument,
  { environment, stack }: Visit,
  logicalIds: readonly string[],
  { places }: Collected,
): void {
  const offsets = parsed.offsetsOf(logicalIds.map((logicalId) => ['Resources', logicalId]));
  const lines = linesOf(text, offsets);
  logicalIds.forEach((logicalId, index) => {
    places.set(`${environment} ${stack}/${logicalId}`, { file, line: lines[index] ?? 1 });
  });
}

interface NestedFile {
  readonly path: string;
  /** Path beside the file that declares it. */
  readonly inner: string;
  readonly logicalId: string;
  readonly file: string;
}

function readNested(nested: NestedFile, visit: Visit, collected: Collected): StackTemplate | undefined {
  const file = join(dirname(nested.file), nested.inner);
  const opened = openNested(file, nested, { visit, count: collected.templates.length });
  collected.issues.push(...opened.issues);
  if (!opened.ok) return undefined;
  const { environment, stack, chain, assets } = visit;
  const inner = { environment, stack: `${stack}/${nested.logicalId}`, chain: [...chain, resolve(file)], assets };
  return readOpen(opened.value, inner, collected);
}

/** Opens a nested template; every failure ends with the issue that its resources are not known. */
function openNested(
  file: string,
  { path, inner }: NestedFile,
  { visit, count }: { readonly visit: Visit; readonly count: number },
): Result<OpenDocument> {
  if (visit.chain.includes(resolve(file))) return failure([cycle(path, inner)]);
  if (count >= mostTemplates) return failure([unread(path, `more than ${mostTemplates} templates`)]);
  const text = readFileText(file);
  if (!text.ok) return failure([unread(path, inner)]);
  const tooLarge = templateTooLarge(file, text.value.bytes);
  if (tooLarge !== undefined) return failure([tooLarge, unread(path, inner)]);
  const opened = openDocument(text.value.text, file);
  if (!opened.ok) return failure([...opened.issues, unread(path, inner)]);
  return opened.value.format === 'cloudformation' ? opened : failure([unread(path, inner)]);
}

function cycle(path: string, got: string): Issue {
  return {
    code: 'NestedTemplateCycle',
    path,
    message: 'the nested template is the one around it, or contains it',
    got,
    expected: 'templates that do not contain themselves',
  };
}

/** The resources of a nested stack are not known: said, and never taken for none. */
function unread(path: string, got: unknown): Issue {
  return {
    code: 'NestedTemplateUnread',
    path,
    message: 'the resources of the nested stack are not known',
    got,
    expected: 'the path of a template beside this one',
  };
}

/** The assets that the CDK lists beside a template. Without its command line it does not write their path into the template. */
function assetsBeside(file: string): ReadonlyMap<string, string> {
  const beside = file.replace(/\.template\.json$/, '.assets.json');
  const read = beside === file || !existsSync(beside) ? undefined : readFileText(beside);
  const text = read?.ok === true ? readTemplateText(read.value.text, beside) : undefined;
  const files = text?.ok === true ? asRecord(asRecord(text.value)['files']) : {};
  return new Map(
    Object.entries(files).flatMap(([hash, asset]) => {
      const path = asText(asRecord(asRecord(asset)['source'])['path']);
      return path === undefined ? [] : [[hash, path] as const];
    }),
  );
}

/** The asset whose hash is in the address of a template. */
function assetIn(location: unknown, assets: ReadonlyMap<string, string>): string | undefined {
  const [hash = ''] = /[0-9a-f]{64}/.exec(JSON.stringify(location ?? '')) ?? [];
  return assets.get(hash);
}
