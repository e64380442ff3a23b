import type { Result } from '../platform';
import { readArm } from './arm/read-arm';
import { readChangeSet } from './cloudformation/read-change-set';
import { driftedStack, readDrifts } from './cloudformation/read-drifts';
import type { DocumentFormat, DocumentPlace, ReadDocument } from './document';
import { formatOf, isGraphText, versionProblem } from './document-format';
import { mostLevels, nestsTooDeep } from './json';
import type * as manifestTexts from './kubernetes/manifest-text';
import { readManifests } from './kubernetes/read-manifests';
import { readPulumiLive } from './pulumi/read-live';
import { readPulumiPreview, readPulumiState, readRecordingDocument } from './pulumi/read-pulumi';
import { readAssembly } from './read-assembly';
import type { ResourceGraph } from './resource-graph';
import { readTerraformPlan, readTerraformState } from './terraform/read-terraform';
import type * as graphTexts from './text/graph-text';
import { parseJsonText } from './text/json-text';
import { linesOf } from './text/lines';
import { parseTemplateText } from './text/template-text';
import type { ParsedText, TextProblem } from './text/text-problem';
import { issuesOf } from './text/text-problem';

/** A text whose format is known. */
export interface OpenDocument {
  readonly format: DocumentFormat;
  readonly parsed: ParsedText;
  readonly text: string;
  /** Name of the file in the issues. */
  readonly file: string;
}

/**
 * Parses a text and finds its format.
 *
 * @param file name of the file in the issues
 * @returns every problem of the syntax; or why the document is of no format that can be read. A CloudFormation template may
 * still be wrong: `templateOf` says so
 */
export function openDocument(text: string, file: string): Result<OpenDocument> {
  if (!/^\s*[[{]/.test(text) && manifests().isManifestText(text)) {
    const parsed = { value: undefined, problems: [], offsetsOf: () => [] };
    return { ok: true, value: { format: 'kubernetes', parsed, text, file }, issues: [] };
  }
  const parsed = isGraphText(text) ? parseJsonText(text) : parseTemplateText(text);
  if (parsed.problems.length > 0) return refuse(parsed.problems, text, file);
  const detected = formatOf(parsed.value);
  if ('problem' in detected) return refuse([{ ...detected.problem, offset: 0 }], text, file);
  const { format } = detected;
  const problem = versionProblem(format, parsed.value) ?? depthProblem(format, parsed.value);
  if (problem !== undefined) {
    const [offset = 0] = parsed.offsetsOf([problem.path]);
    return refuse([{ ...problem, offset }], text, file);
  }
  return { ok: true, value: { format, parsed, text, file }, issues: [] };
}

/** Parameters that a document may need beside its text. */
export interface DocumentInputs {
  /** Values of a parameters file of ARM: the object under its `parameters`. @default - the defaults of the template */
  readonly parameters?: unknown;
}

/** Reads every document but a CloudFormation template, whose loops and nested templates a caller has to bring. */
export function readDocument(
  document: OpenDocument,
  place: DocumentPlace,
  inputs: DocumentInputs = {},
): Result<ReadDocument> {
  try {
    return readFormat(document, place, inputs);
  } catch (error) {
    // References can form a chain that is longer than the call stack, however flat the document is.
    if (!(error instanceof RangeError)) throw error;
    const problem = { message: 'what it refers to forms a chain that is too long', expected: 'a shorter chain' };
    return refuse([{ code: 'DocumentTooDeep', path: [], offset: 0, ...problem }], document.text, document.file);
  }
}

function readFormat(document: OpenDocument, place: DocumentPlace, inputs: DocumentInputs): Result<ReadDocument> {
  const { format, parsed, text, file } = document;
  const { value } = parsed;
  switch (format) {
    case 'graph': {
      const graph = graphTextReader().graphOf(parsed, text, file);
      return graph.ok ? read(format, graph.value) : graph;
    }
    case 'terraform-plan':
      return { ok: true, value: { format, ...readTerraformPlan(value, place) }, issues: [] };
    case 'terraform-state':
      return read(format, readTerraformState(value, place));
    case 'pulumi-state':
      return {
        ok: true,
        value: {
          format,
          graph: readPulumiState(value, place),
          verdicts: [],
          live: { changes: readPulumiLive(value, place), unverified: [] },
        },
        issues: [],
      };
    case 'pulumi-preview':
      return { ok: true, value: { format, ...readPulumiPreview(value, place) }, issues: [] };
    case 'pulumi-recording':
      return read(format, readRecordingDocument(value, place));
    case 'change-set':
      return { ok: true, value: { format, graph: [], verdicts: readChangeSet(value, place) }, issues: [] };
    case 'stack-drifts': {
      const live = readDrifts(value, { ...place, stack: driftedStack(value) ?? place.stack });
      return { ok: true, value: { format, graph: [], verdicts: [], live }, issues: [] };
    }
    case 'kubernetes':
      return readManifestDocument(document, place);
    case 'arm': {
      const { graph, paths } = readArm(value, place, inputs.parameters);
      const addresses = [...paths.keys()];
      const offsets = parsed.offsetsOf([...paths.values()]);
      return read(
        format,
        placed(graph, document, new Map(addresses.map((name, index) => [name, offsets[index] ?? 0]))),
      );
    }
    case 'cloudformation':
      return read(format, readAssembly([{ ...place, template: value }]));
  }
}

function readManifestDocument(document: OpenDocument, place: DocumentPlace): Result<ReadDocument> {
  const { format, text, file } = document;
  const { objects, problems } = manifests().manifestObjects(text);
  if (problems.length > 0) return refuse(problems, text, file);
  const deep = depthProblem(
    format,
    objects.map(({ value }) => value),
  );
  if (deep !== undefined) return refuse([{ ...deep, offset: 0 }], text, file);
  const { graph, offsets } = readManifests(objects, place);
  return read(format, placed(graph, document, offsets));
}

/** Loaded for the first text that needs it: it brings the parser of YAML. */
function manifests(): typeof manifestTexts {
  return require('./kubernetes/manifest-text') as typeof manifestTexts;
}

/** Loaded for the first graph: it brings the checker of its shape. */
function graphTextReader(): typeof graphTexts {
  return require('./text/graph-text') as typeof graphTexts;
}

/** Nodes with the line that declares them. */
function placed(
  graph: ResourceGraph,
  { text, file }: OpenDocument,
  offsets: ReadonlyMap<string, number>,
): ResourceGraph {
  const lines = linesOf(
    text,
    graph.map(({ address }) => offsets.get(address) ?? 0),
  );
  return graph.map((node, index) => ({ ...node, place: { file, line: lines[index] ?? 1 } }));
}

function read(format: DocumentFormat, graph: ResourceGraph): Result<ReadDocument> {
  return { ok: true, value: { format, graph, verdicts: [] }, issues: [] };
}

function refuse(problems: readonly TextProblem[], text: string, file: string): Result<never> {
  return { ok: false, issues: issuesOf(problems, text, file) };
}

/** Templates of CloudFormation and graphs are walked by loops, every other document by recursion. */
function depthProblem(format: DocumentFormat, value: unknown): Omit<TextProblem, 'offset'> | undefined {
  if (format === 'cloudformation' || format === 'graph' || !nestsTooDeep(value)) return undefined;
  return {
    code: 'DocumentTooDeep',
    path: [],
    message: 'it nests too deep',
    expected: `at most ${mostLevels} levels of lists and objects`,
  };
}
