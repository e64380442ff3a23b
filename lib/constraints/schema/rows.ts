import { createRequire } from 'node:module';
import type { Json } from '../json';

/** What the schema of a value says beyond its type, in the words of JSON Schema. A subschema of oneOf is whole. */
export interface SchemaNode {
  /** The name of a definition of the type. */
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly enumCaseInsensitive?: readonly Json[];
  readonly const?: Json;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly items?: SchemaNode;
  /** Of the first elements. */
  readonly prefixItems?: readonly SchemaNode[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  /** Members of list elements that no two elements share. */
  readonly uniqueKeys?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  /** Only ever false: what is neither a property nor fits a pattern is refused. */
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly requiredXor?: readonly string[];
  readonly requiredOr?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentExcluded?: Readonly<Record<string, readonly string[]>>;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  readonly if?: SchemaNode;
  readonly then?: SchemaNode;
  readonly else?: SchemaNode;
}

/** What the schema of one resource type says. */
interface TypeRow {
  readonly schema: SchemaNode;
  readonly definitions?: Definitions;
}

/** Nested schemas by name: as far as the properties need them, and whole (with the prefix `=`) for subschemas. */
export type Definitions = Readonly<Record<string, SchemaNode>>;

/** The rows of a service, as `test/lib/constraints/schema/write-rows.ts` writes them. */
export interface ServiceRows {
  /** The published schemas the rows are taken from. */
  readonly source: string;
  readonly version: string;
  readonly asOf: string;
  /** Those that several types have alike. */
  readonly definitions?: Definitions;
  readonly types: Readonly<Record<string, TypeRow>>;
}

/** The file of the service of a resource type, without ending: `sagemaker` of `AWS::SageMaker::Model`. */
export function serviceOf(type: string): string | undefined {
  const [vendor, service, name, ...more] = type.split('::');
  const known = vendor === 'AWS' && name !== undefined && more.length === 0;
  return known && service !== undefined && /^[A-Za-z0-9]+$/.test(service) ? service.toLowerCase() : undefined;
}

const load = createRequire(__filename);
const services = new Map<string, ServiceRows | undefined>();
const rows = new Map<string, FullRow | undefined>();

/** A row with all definitions that it may refer to. */
export interface FullRow {
  readonly schema: SchemaNode;
  readonly definitions: Definitions;
}

/** The row of a resource type, read on first use of its service; undefined for a type without one. */
export function rowOf(type: string): FullRow | undefined {
  if (!rows.has(type)) rows.set(type, findRow(type));
  return rows.get(type);
}

function findRow(type: string): FullRow | undefined {
  const service = serviceOf(type);
  if (service === undefined) return undefined;
  // A parser's boundary: the file is generated in this shape, and a test reads every row.
  if (!services.has(service)) services.set(service, readRows(service) as ServiceRows | undefined);
  const known = services.get(service);
  const row = known !== undefined && Object.hasOwn(known.types, type) ? known.types[type] : undefined;
  return row && { schema: row.schema, definitions: { ...known?.definitions, ...row.definitions } };
}

/** The content of a generated file; undefined where there is none. */
export function readRows(name: string): unknown {
  try {
    return load(`./rows/${name}.json`);
  } catch {
    return undefined;
  }
}
