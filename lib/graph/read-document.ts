import type { Result } from '../platform';
import type { DocumentFormat, DocumentPlace, ReadDocument } from './document';
import { formatOf, versionProblem } from './document-format';
import { mostLevels, nestsTooDeep } from './json';
import type { ResourceGraph } from './resource-graph';
import { readTerraformPlan, readTerraformState } from './terraform/read-terraform';
import { graphOf } from './text/graph-text';
import { parseJsonText } from './text/json-text';
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
  const parsed = /^\s*\[/.test(text) ? parseJsonText(text) : parseTemplateText(text);
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

/** Reads every document but a CloudFormation template, whose loops and nested templates a caller has to bring. */
export function readDocument(document: OpenDocument, place: DocumentPlace): Result<ReadDocument> {
  const { format, parsed, text, file } = document;
  switch (format) {
    case 'graph': {
      const graph = graphOf(parsed, text, file);
      return graph.ok ? read(format, graph.value) : graph;
    }
    case 'terraform-plan':
      return { ok: true, value: { format, ...readTerraformPlan(parsed.value, place) }, issues: [] };
    case 'terraform-state':
      return read(format, readTerraformState(parsed.value, place));
    default:
      return read(format, []);
  }
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
