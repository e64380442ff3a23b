import { createRequire } from 'node:module';

/** A file as `test/lib/constraints/schema/write-unordered.ts` writes it. */
interface UnorderedRows {
  readonly source: string;
  readonly version: string;
  readonly asOf: string;
  /** Paths of lists by resource type, list positions left out. */
  readonly types: Readonly<Record<string, readonly string[]>>;
}

/**
 * Lists that the published schema calls unordered and whose order the service keeps: the containers of an inference pipeline
 * run in their order.
 *
 * Source: docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html, read 2026-12-01.
 */
const ordered: Readonly<Record<string, readonly string[]>> = { 'AWS::SageMaker::Model': ['Containers'] };

const load = createRequire(__filename);
let types: UnorderedRows['types'] | undefined;
const known = new Map<string, ReadonlySet<string>>();

/**
 * Lists of a CloudFormation type in which the order of the elements says nothing, as dotted paths without list positions.
 * Lists of tags are not among them: no list of tags has an order.
 */
export function unorderedLists(type: string): ReadonlySet<string> {
  const found = known.get(type);
  if (found !== undefined) return found;
  // A parser's boundary: the file is generated in this shape, and a test reads it.
  types ??= (load('./unordered/rows.json') as UnorderedRows).types;
  const exceptions = Object.hasOwn(ordered, type) ? (ordered[type] ?? []) : [];
  const paths = Object.hasOwn(types, type) ? (types[type] ?? []) : [];
  const lists = new Set(paths.filter((path) => !exceptions.includes(path)));
  known.set(type, lists);
  return lists;
}
