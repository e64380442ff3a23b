import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType, Resource, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';

/** The schema of one resource type in the CloudFormation registry. */
export interface ResourceSchema {
  readonly type: string;
  readonly properties: Readonly<Record<string, Property>>;
  readonly attributes: Resource['attributes'];
  /** Components of what `Ref` returns, joined with `|` when there are several. */
  readonly refIdentifier: readonly string[];
  readonly arnTemplate: string | undefined;
  readonly replacementPaths: readonly (readonly string[])[];
}

let database: SpecDatabase | undefined;
const schemas = new Map<string, ResourceSchema | undefined>();

/** The specification is 10 MB compressed and takes 0.4 s to read: loaded on first use, once per process. */
function spec(): SpecDatabase {
  database ??= loadAwsServiceSpecSync();
  return database;
}

/** The schema of a resource type, or undefined for a type CloudFormation does not have. */
export function resourceSchema(type: string): ResourceSchema | undefined {
  if (schemas.has(type)) return schemas.get(type);
  const found = spec().lookup('resource', 'cloudFormationType', 'equals', type);
  const resource = found.length === 0 ? undefined : found[0];
  const schema: ResourceSchema | undefined =
    resource === undefined
      ? undefined
      : {
          type,
          properties: resource.properties,
          attributes: resource.attributes,
          refIdentifier: resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? [],
          arnTemplate: resource.arnTemplate,
          replacementPaths: resource.additionalReplacementProperties ?? [],
        };
  schemas.set(type, schema);
  return schema;
}

/** The nested type that a `ref` property type names. */
export function typeDefinition(type: PropertyType): TypeDefinition | undefined {
  return type.type === 'ref' ? spec().get('typeDefinition', type.reference.$ref) : undefined;
}

/** Every resource type name, for suggestions. */
export function resourceTypes(): readonly string[] {
  return spec()
    .all('resource')
    .map((resource) => resource.cloudFormationType);
}
