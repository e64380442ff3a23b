import { createRequire } from 'node:module';
import type { Property, PropertyType, Resource } from '@aws-cdk/service-spec-types';

/** What is known of a property: its type, whether it must be given, and whether its change replaces the resource. */
export type SpecificationProperty = Pick<Property, 'type' | 'required' | 'causesReplacement' | 'previousTypes'>;

/** Properties by name. */
export type SpecificationProperties = Readonly<Record<string, SpecificationProperty>>;

/** The schema of one resource type in the CloudFormation registry. */
export interface ResourceSchema {
  readonly type: string;
  readonly properties: SpecificationProperties;
  readonly attributes: SpecificationProperties;
  /** Components of what `Ref` returns, joined with `|` when there are several. */
  readonly refIdentifier: readonly string[];
  readonly arnTemplate: string | undefined;
  readonly replacementPaths: readonly (readonly string[])[];
}

/** A file as `test/lib/constraints/schema/write-specification.ts` writes it: the types of a service. */
interface SpecificationFile {
  /** Of the package @aws-cdk/aws-service-spec. */
  readonly version: string;
  readonly types: Readonly<Record<string, TypeSpecification>>;
  /** Nested types; references name them. */
  readonly definitions: Readonly<Record<string, SpecificationProperties>>;
}

interface TypeSpecification {
  readonly properties: SpecificationProperties;
  readonly attributes: SpecificationProperties;
  readonly refIdentifier?: readonly string[];
  readonly arnTemplate?: string;
  readonly replacementPaths?: Resource['additionalReplacementProperties'];
}

const load = createRequire(__filename);
const files = new Map<string, SpecificationFile | undefined>();
const schemas = new Map<string, ResourceSchema | undefined>();

/** The schema of a resource type, or undefined for a type CloudFormation does not have. Its service is read on first use. */
export function resourceSchema(type: string): ResourceSchema | undefined {
  if (schemas.has(type)) return schemas.get(type);
  const known = fileWith(type)?.types;
  const found = known !== undefined && Object.hasOwn(known, type) ? known[type] : undefined;
  const schema: ResourceSchema | undefined =
    found === undefined
      ? undefined
      : {
          type,
          properties: found.properties,
          attributes: found.attributes,
          refIdentifier: found.refIdentifier ?? [],
          arnTemplate: found.arnTemplate,
          replacementPaths: found.replacementPaths ?? [],
        };
  schemas.set(type, schema);
  return schema;
}

/** The properties of the nested type that a `ref` property type names. */
export function nestedProperties(type: PropertyType): SpecificationProperties | undefined {
  // A nested type is named after a resource type of its file.
  return type.type === 'ref' ? fileWith(type.reference.$ref)?.definitions[type.reference.$ref] : undefined;
}

/** Every resource type name, for suggestions. */
export function resourceTypes(): readonly string[] {
  // A parser's boundary: the file is generated in this shape, and a test reads it.
  return (load('./specification/-types.json') as { readonly types: readonly string[] }).types;
}

/** The file of a resource type or nested type, without ending: `sagemaker` of `AWS::SageMaker::Model`. */
export function fileOf(type: string): string | undefined {
  const [vendor = '', service = ''] = type.split('::');
  if (!/^[A-Za-z0-9]+$/.test(vendor) || !/^[A-Za-z0-9]+$/.test(service)) return undefined;
  return vendor === 'AWS' ? service.toLowerCase() : `${vendor}-${service}`.toLowerCase();
}

function fileWith(type: string): SpecificationFile | undefined {
  const name = fileOf(type);
  if (name === undefined) return undefined;
  if (!files.has(name)) files.set(name, readFile(name));
  return files.get(name);
}

/** The content of a generated file; undefined where there is none. */
function readFile(name: string): SpecificationFile | undefined {
  try {
    // A parser's boundary: the file is generated in this shape, and a test reads every one.
    return load(`./specification/${name}.json`) as SpecificationFile;
  } catch {
    return undefined;
  }
}
