import { basename } from 'node:path';
import type { JsonObject } from '../../lib/constraints/json';
import { withMacros } from '../../lib/constraints/template/macros';
import type { OpenDocument, ReadDocument, SynthesizedStack } from '../../lib/graph';
import { openDocument, readAssembly, readDocument } from '../../lib/graph';
import { templateOf } from '../../lib/graph/text/template-text';
import type { Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';
import { readFileText, templateTooLarge } from './file-text';

/** What a file or folder holds. */
export interface AnyFile extends ReadDocument {
  /** The CloudFormation templates in it. */
  readonly templates: readonly SynthesizedStack[];
  /** Addresses of resources that a macro makes of something else. */
  readonly unknown: ReadonlySet<string>;
  /** What makes resources that are not known yet: stack and path. */
  readonly makers: readonly string[];
}

/** Formats that the tools write with thousands of resources; every other file has the limit of a template. */
const large: ReadonlySet<string> = new Set([
  'graph',
  'pulumi-preview',
  'pulumi-recording',
  'pulumi-state',
  'terraform-plan',
  'terraform-state',
]);

/**
 * Reads a file into a graph, whatever its format: a graph that `llmops graph` wrote, a CloudFormation template, a plan or
 * state of Terraform. The nodes are in the environment `file`, and in a stack of the name of the file.
 */
export function readAnyFile(file: string): Result<AnyFile> {
  const read = readFileText(file);
  if (!read.ok) return read;
  const opened = openDocument(read.value.text, file);
  if (!opened.ok) return opened;
  const tooLarge = large.has(opened.value.format) ? undefined : templateTooLarge(file, read.value.bytes);
  if (tooLarge !== undefined) return failure([tooLarge]);
  const place = { environment: 'file', stack: stackOf(file) };
  if (opened.value.format === 'cloudformation') return readTemplateFile(opened.value, place);
  const document = readDocument(opened.value, place);
  if (!document.ok) return document;
  return success({ ...document.value, templates: [], unknown: new Set<string>(), makers: [] }, document.issues);
}

function readTemplateFile(
  { parsed, text, file }: OpenDocument,
  place: { readonly environment: string; readonly stack: string },
): Result<AnyFile> {
  const template = templateOf(parsed, text, file);
  if (!template.ok) return template;
  const synthesized = { ...place, template: template.value };
  // `templateOf` has checked that it is an object.
  const { resources, unknown, makers } = withMacros(template.value as JsonObject);
  const graph = readAssembly([{ ...synthesized, template: resources }]);
  return success(
    {
      format: 'cloudformation',
      graph,
      verdicts: [],
      templates: [synthesized],
      unknown: new Set([...unknown].map((logicalId) => `${place.stack}/${logicalId}`)),
      makers: makers.map((path) => place.stack + path),
    },
    template.issues,
  );
}

/** Name of the stack of a file: its name without the endings of templates, plans and states. */
export function stackOf(file: string): string {
  return basename(file).replace(/(\.template|\.tfplan|\.tfstate)?\.(json|ya?ml)$/, '');
}
