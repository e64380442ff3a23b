import type { DocumentFormat } from './document';
import { asText, isRecord, own } from './json';
import type { TextProblem } from './text/text-problem';

/** A problem of a document as a whole. */
type DocumentProblem = Omit<TextProblem, 'offset'>;

/** The format of a parsed file; or why it cannot be read, for files that are near to one that can. */
export type Detected = { readonly format: DocumentFormat } | { readonly problem: DocumentProblem };

/** A file that is often given in place of the one that can be read. */
interface Neighbour {
  readonly matches: (document: Readonly<Record<string, unknown>>) => boolean;
  readonly message: string;
  readonly expected: string;
  readonly fix: string;
}

const neighbours: readonly Neighbour[] = [
  {
    matches: (document) => has(document, 'terraform_version', 'lineage'),
    message: 'is a state file of Terraform, whose format is private to Terraform',
    expected: 'the documented form of the state',
    fix: 'terraform show -json > state.json',
  },
  {
    matches: (document) => has(document, 'provider_schemas'),
    message: 'holds schemas of Terraform providers, and no resources',
    expected: 'a plan or a state',
    fix: 'terraform show -json PLAN > plan.json',
  },
  {
    matches: (document) => schemaOf(document).includes('deploymentParameters.json'),
    message: 'holds parameters of an ARM template, and no resources',
    expected: 'the template, with the parameters in a file of the same name that ends with .parameters.json beside it',
    fix: 'give the template',
  },
  {
    matches: (document) => has(document, 'artifacts', 'version'),
    message: 'is the manifest of a CDK assembly',
    expected: 'the folder of the assembly',
    fix: 'give the folder, such as cdk.out',
  },
];

/** Formats by what their documents have, the first one that matches. */
const formats: readonly (readonly [DocumentFormat, (document: Readonly<Record<string, unknown>>) => boolean])[] = [
  [
    'terraform-plan',
    (document) => has(document, 'format_version') && hasAny(document, 'planned_values', 'resource_changes'),
  ],
  ['terraform-state', (document) => has(document, 'format_version')],
  ['pulumi-state', (document) => isRecord(document['deployment']) || isRecord(document['checkpoint'])],
  ['pulumi-preview', (document) => Array.isArray(document['steps'])],
  ['pulumi-recording', (document) => Array.isArray(document['registrations'])],
  ['change-set', (document) => Array.isArray(document['Changes'])],
  ['stack-drifts', (document) => Array.isArray(document['StackResourceDrifts'])],
  ['arm', (document) => /deploymentTemplate\.json/i.test(schemaOf(document))],
  ['kubernetes', (document) => has(document, 'apiVersion', 'kind')],
  ['graph', (document) => Array.isArray(document['resources']) && has(document, 'version')],
];

/** Finds the format of a parsed document by its keys. A document of no known shape is taken for a template. */
export function formatOf(document: unknown): Detected {
  if (Array.isArray(document)) return { format: 'graph' };
  if (!isRecord(document) || has(document, 'Resources')) return { format: 'cloudformation' };
  const neighbour = neighbours.find(({ matches }) => matches(document));
  if (neighbour !== undefined) {
    const { message, expected, fix } = neighbour;
    return { problem: { code: 'InvalidDocument', path: [], message, expected, fix } };
  }
  return { format: formats.find(([, matches]) => matches(document))?.[0] ?? 'cloudformation' };
}

/** The version of a format that a document names, where the reader does not know it. */
export function versionProblem(format: DocumentFormat, document: unknown): DocumentProblem | undefined {
  const known = versions[format];
  if (known === undefined || !isRecord(document)) return undefined;
  const got = own(document, known.key);
  if (known.accepts(got)) return undefined;
  return {
    code: 'DocumentVersionUnsupported',
    path: [known.key],
    message: got === undefined ? 'the version of the format is missing' : 'this version of the format is not known',
    ...(got === undefined ? {} : { got }),
    expected: known.expected,
    fix: known.fix,
  };
}

/** How a format names its version. */
interface Version {
  readonly key: string;
  readonly accepts: (version: unknown) => boolean;
  readonly expected: string;
  readonly fix: string;
}

/*
 * Sources, read 2026-12-01: developer.hashicorp.com/terraform/internals/json-format (a reader refuses another major version;
 * 0.1 and 0.2 were written before Terraform 1.1); pulumi.com/docs/iac/concepts/state-and-backends and the sources of
 * Pulumi 3.248 (apitype: deployments of versions 3 and 4, which adds a list of features).
 */
const terraform: Version = {
  key: 'format_version',
  accepts: (version) => typeof version === 'string' && /^[01]\.\d+$/.test(version),
  expected: 'a format_version of 0 or 1, such as "1.2"',
  fix: 'write the file with Terraform 1',
};

const versions: Readonly<Partial<Record<DocumentFormat, Version>>> = {
  'terraform-plan': terraform,
  'terraform-state': terraform,
  'pulumi-state': {
    key: 'version',
    accepts: (version) => version === 3 || version === 4,
    expected: 'version 3 or 4',
    fix: 'write the file with pulumi stack export of Pulumi 3',
  },
  graph: {
    key: 'version',
    accepts: (version) => version === 1,
    expected: 'version 1',
    fix: 'write the graph with llmops graph of this version of the kit',
  },
};

function has(document: Readonly<Record<string, unknown>>, ...keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(document, key));
}

function hasAny(document: Readonly<Record<string, unknown>>, ...keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(document, key));
}

function schemaOf(document: Readonly<Record<string, unknown>>): string {
  return asText(own(document, '$schema')) ?? '';
}

/** True when a text is a list, as graph files are and templates never are. */
export function isGraphText(text: string): boolean {
  return /^\s*\[/.test(text);
}
