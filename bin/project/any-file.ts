import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReadDocument, SynthesizedStack } from '../../lib/graph';
import { readAssembly } from '../../lib/graph';
import { openDocument, readDocument } from '../../lib/graph/read-document';
import { readTemplateText } from '../../lib/graph/text/template-text';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform/issue';
import { isAssemblyFolder, readAssemblyFolder } from './assembly-folder';
import { readFileText, templateTooLarge } from './file-text';
import type { TemplateFile } from './template-file';
import { readTemplateFile } from './template-file';

/** What a file or folder holds. */
export interface AnyFile extends ReadDocument {
  /** The CloudFormation templates in it. */
  readonly templates: readonly SynthesizedStack[];
  /** Addresses of resources that a macro makes of something else. */
  readonly unknown: ReadonlySet<string>;
  /** What makes resources that are not known yet: stack and path. */
  readonly makers: readonly string[];
  /** Names that the stacks of templates have in the account. */
  readonly stacks: readonly NamedStack[];
}

/** A stack of a template, with the name that it has in the account. */
export interface NamedStack {
  readonly environment: string;
  readonly stack: string;
  readonly name: string;
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
 * Reads a file into a graph, whatever its format: a graph that `llmops graph` wrote, a template of CloudFormation or ARM, a plan
 * or state of Terraform, a state or preview of Pulumi, a change set, manifests of Kubernetes; or a folder `cdk.out`. The nodes
 * are in the environment `file`, and in a stack of the name of the file; those of a folder in the environment of their stage.
 */
export function readAnyFile(file: string): Result<AnyFile> {
  if (isAssemblyFolder(file)) {
    const assembly = readAssemblyFolder(file);
    return assembly.ok ? readTemplates(assembly.value, assembly.issues) : assembly;
  }
  const read = readFileText(file);
  if (!read.ok) return read;
  const opened = openDocument(read.value.text, file);
  if (!opened.ok) return opened;
  const tooLarge = large.has(opened.value.format) ? undefined : templateTooLarge(file, read.value.bytes);
  if (tooLarge !== undefined) return failure([tooLarge]);
  const place = { environment: 'file', stack: stackOf(file) };
  if (opened.value.format === 'cloudformation') {
    const template = readTemplateFile(opened.value, place);
    return template.ok ? readTemplates([template.value], template.issues) : template;
  }
  const parameters = opened.value.format === 'arm' ? parametersBeside(file) : success(undefined);
  if (!parameters.ok) return parameters;
  const document = readDocument(opened.value, place, { parameters: parameters.value });
  if (!document.ok) return document;
  return success(
    { ...document.value, templates: [], unknown: new Set<string>(), makers: [], stacks: [] },
    document.issues,
  );
}

/** Values of `<name>.parameters.json` beside an ARM template, which is where the tools of Azure put them. */
function parametersBeside(file: string): Result<unknown> {
  const beside = file.replace(/\.json$/, '.parameters.json');
  if (beside === file || !existsSync(beside)) return success(undefined);
  const read = readFileText(beside);
  if (!read.ok) return read;
  const text = readTemplateText(read.value.text, beside);
  if (!text.ok) return text;
  const { value } = text;
  return success(typeof value === 'object' && value !== null && 'parameters' in value ? value.parameters : undefined);
}

/** One or more templates as one graph: a folder has edges between its stacks. */
function readTemplates(files: readonly TemplateFile[], issues: readonly Issue[]): Result<AnyFile> {
  const places = new Map(files.flatMap((file) => [...file.places]));
  const graph = readAssembly(files.map(({ stack }) => stack)).map((node) => {
    const place = places.get(`${node.environment} ${node.address}`);
    return place === undefined ? node : { ...node, place };
  });
  return success(
    {
      format: 'cloudformation',
      graph,
      verdicts: [],
      templates: files.flatMap(({ templates }) => templates),
      unknown: new Set(files.flatMap(({ unknown }) => [...unknown])),
      makers: files.flatMap(({ makers }) => makers),
      stacks: files.map(({ stack: { environment, stack }, deployedAs }) => ({
        environment,
        stack,
        name: deployedAs ?? stack,
      })),
    },
    issues,
  );
}

/** Name of the stack of a file: its name without the endings of templates, plans and states. */
function stackOf(file: string): string {
  return basename(file).replace(/(\.template|\.tfplan|\.tfstate)?\.(json|ya?ml)$/, '');
}
