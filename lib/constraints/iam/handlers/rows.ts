import { createRequire } from 'node:module';

/*
 * `generate.mjs` beside this file writes the rows, from the handlers that CloudFormation publishes for each type:
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html, read 2026-11-30.
 */

/** What CloudFormation does to a resource; after each it may read it. */
export type Operation = 'create' | 'read' | 'update' | 'delete';

interface Row {
  /** The resource of the Service Authorization Reference that the type is. */
  readonly own?: string;
  /** Those that it is a part of. */
  readonly of?: string;
  readonly create?: string;
  readonly read?: string;
  readonly update?: string;
  readonly delete?: string;
}

interface Rows {
  readonly tagging: readonly string[];
  readonly types: Readonly<Record<string, Row>>;
  readonly actions: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, string>>;
}

let read: Rows | undefined;
let tagging: ReadonlySet<string> | undefined;

/** The rows are 70 KB: read on the first question. */
function rows(): Rows {
  read ??= createRequire(__filename)('./rows.json') as Rows;
  return read;
}

/** The types whose handlers are known. */
export function handledTypes(): readonly string[] {
  return Object.keys(rows().types);
}

/** The row of a type; undefined for a type whose handlers are not known. */
function rowOf(type: string): Row | undefined {
  const { types } = rows();
  return Object.hasOwn(types, type) ? types[type] : undefined;
}

/** Whether the handlers of a type are known. */
export function isHandled(type: string): boolean {
  return rowOf(type) !== undefined;
}

/** Every action that the published schema of a type names for an operation, in any configuration. */
export function publishedActions(type: string, operation: Operation): readonly string[] {
  return words(rowOf(type)?.[operation]);
}

/** The resource that a type is, such as `sagemaker/endpoint`; undefined for a part of another, such as a bucket policy. */
export function ownShape(type: string): string | undefined {
  return rowOf(type)?.own;
}

/** The resources that a type is or is a part of. */
export function placesOf(type: string): readonly string[] {
  const row = rowOf(type);
  return [...words(row?.own), ...words(row?.of)];
}

/** Whether an action only sets or removes tags. */
export function isTagging(action: string): boolean {
  tagging ??= new Set(rows().tagging);
  return tagging.has(action);
}

/**
 * The resources that an action is granted on, such as `sagemaker/endpoint`. Empty: it is granted on everything only. `other`:
 * on resources, none of which a type of the rows is.
 */
export function shapesOf(action: string): readonly string[] | 'other' {
  const text = rows().actions[action];
  return text === 'other' ? 'other' : words(text);
}

/** The ARN of a resource with its variables, such as `arn:${Partition}:s3:::${BucketName}`. */
export function arnOfShape(shape: string): string | undefined {
  return rows().shapes[shape];
}

function words(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(' ');
}
