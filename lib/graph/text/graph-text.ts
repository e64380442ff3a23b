import { z } from 'zod';
import type { Result } from '../../platform';
import { asList, asRecord } from '../json';
import type { PropertyValue, ResourceGraph, ResourceNode } from '../resource-graph';
import { parseJsonText } from './json-text';
import type { ParsedText, Path, TextProblem } from './text-problem';
import { issuesOf, mostProblems } from './text-problem';

/** Properties are JSON because the text is: checking each of them would take longer than reading the text. */
const properties = z.custom<Readonly<Record<string, PropertyValue>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const graphNode = z.object({
  environment: z.string(),
  cloud: z.enum(['aws', 'azure', 'kubernetes', 'other']),
  stack: z.string(),
  address: z.string(),
  type: z.string(),
  properties,
  dependsOn: z.array(z.string()),
  stateful: z.boolean(),
  retained: z.boolean(),
  retainedOnReplace: z.boolean().exactOptional(),
  unknown: z.array(z.string()).exactOptional(),
  secret: z.array(z.string()).exactOptional(),
  source: z.string().exactOptional(),
  place: z.object({ file: z.string(), line: z.int().min(1) }).exactOptional(),
});

const expected: Readonly<Record<keyof ResourceNode, string>> = {
  environment: 'the name of an environment',
  cloud: '"aws", "azure", "kubernetes" or "other"',
  stack: 'the name of a stack',
  address: 'the address of the resource',
  type: "the provider's resource type",
  properties: 'an object',
  dependsOn: 'a list of addresses',
  stateful: 'true or false',
  retained: 'true or false',
  retainedOnReplace: 'true or false',
  unknown: 'a list of property paths',
  secret: 'a list of property paths',
  source: 'a construct path',
  place: 'a file and a line from 1',
};

/**
 * Reads a graph written by `llmops graph`.
 *
 * @param file name of the file in the issues
 * @returns the graph; or every node that is wrong, with its place in the file
 */
export function readGraphText(text: string, file: string): Result<ResourceGraph> {
  const parsed = parseJsonText(text);
  if (parsed.problems.length > 0) return { ok: false, issues: issuesOf(parsed.problems, text, file) };
  return graphOf(parsed, text, file);
}

/** As {@link readGraphText}, for a text that is parsed already: a list of nodes, or `{ "version": 1, "resources": [] }`. */
export function graphOf({ value, offsetsOf }: ParsedText, text: string, file: string): Result<ResourceGraph> {
  const within = Array.isArray(value) ? [] : ['resources'];
  const list: unknown = Array.isArray(value) ? value : asRecord(value)['resources'];
  const nodes: ResourceNode[] = [];
  const wrong: Omit<TextProblem, 'offset'>[] = [];
  for (const [index, raw] of asList(list).entries()) {
    const node = graphNode.safeParse(raw);
    if (node.success) nodes.push(node.data);
    else wrong.push(...node.error.issues.map(({ path }) => nodeProblem(raw, [...within, index], path)));
    if (wrong.length > mostProblems) break;
  }
  if (wrong.length === 0) return { ok: true, value: nodes, issues: [] };
  const offsets = offsetsOf(wrong.map(({ path }) => path));
  const located = wrong.map((problem, index) => ({ ...problem, offset: offsets[index] ?? 0 }));
  return { ok: false, issues: issuesOf(located, text, file) };
}

function nodeProblem(node: unknown, at: Path, path: readonly PropertyKey[]): Omit<TextProblem, 'offset'> {
  const steps = path.map((step) => (typeof step === 'number' ? step : String(step)));
  const got = steps.reduce(
    (value: unknown, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    node,
  );
  const field = Object.entries(expected).find(([name]) => name === steps[0]);
  return {
    code: 'InvalidGraphNode',
    path: [...at, ...steps],
    message:
      got === undefined ? 'required field is missing' : field === undefined ? 'is not a node' : 'has a wrong value',
    ...(got === undefined ? {} : { got: short(got) }),
    expected: field?.[1] ?? 'a resource as `llmops graph` writes it',
  };
}

/** A scalar as it is, a list or object by its kind. */
function short(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? 'a list' : 'an object';
}
