import type { PropertyType } from '@aws-cdk/service-spec-types';
import type { ResourceSchema } from '../schema/service-spec';
import { nestedProperties, resourceSchema } from '../schema/service-spec';
import { cdkMetadata, isCustomResource, nestedStack } from '../schema/special-types';

/**
 * The type of an attribute `Fn::GetAtt` may ask for; undefined when the resource type has no such attribute.
 * The attributes of a custom resource come from its provider: any name has a type.
 */
export function attributeType(resourceType: string, name: string): PropertyType | undefined {
  if (isCustomResource(resourceType)) return { type: 'string' };
  if (resourceType === nestedStack && name.startsWith('Outputs.')) return { type: 'string' };
  if (resourceType === cdkMetadata) return undefined;
  // Which outputs a nested stack has says its template.
  if (resourceType === 'AWS::CloudFormation::Stack' && /^Outputs\.[A-Za-z0-9]+$/.test(name)) return { type: 'string' };
  const schema = resourceSchema(resourceType);
  return schema === undefined ? undefined : (listed(schema, name) ?? nested(schema, name));
}

function listed(schema: ResourceSchema, name: string): PropertyType | undefined {
  return Object.hasOwn(schema.attributes, name) ? schema.attributes[name]?.type : undefined;
}

/** `Endpoint.Address` is an attribute when `Endpoint` is one and its type has an `Address`. */
function nested(schema: ResourceSchema, name: string): PropertyType | undefined {
  const [head = '', ...rest] = name.split('.');
  let type = rest.length === 0 ? undefined : listed(schema, head);
  for (const key of rest) {
    type = type === undefined ? undefined : nestedProperties(type)?.[key]?.type;
  }
  return type;
}
