import { isRecord, mapEntries, own, propertyValue } from '../json';
import type { MarkedProperties } from '../marked-properties';
import { secretValue, unknownValue } from '../placeholder';
import type { PropertyValue } from '../resource-graph';
import { awsccProperties, awsccResources, awsccServices, awsccTypeProperties } from './awscc-names';
import { awsccDocuments, awsccMaps } from './awscc-values';

/** A type of CloudFormation that a Terraform type stands for, and how its attributes are named there. */
export interface CloudFormationType {
  readonly type: string;
  /** The name of an attribute in CloudFormation. */
  readonly nameOf: (attribute: string) => string;
  /** Whether the keys in a property are the user's. */
  readonly isMap: (name: string) => boolean;
  /** Whether a property is a JSON document. */
  readonly isDocument: (name: string) => boolean;
}

/**
 * The type of CloudFormation that a resource of terraform-provider-awscc manages: `awscc_s3_bucket` is `AWS::S3::Bucket`.
 * @returns undefined for every other type, and for a service without names in the table
 */
export function cloudFormationType(terraformType: string): CloudFormationType | undefined {
  const [, serviceKey = '', resource = ''] = /^awscc_([a-z0-9]+)_([a-z0-9_]+)$/.exec(terraformType) ?? [];
  const service = own(awsccServices, serviceKey);
  if (typeof service !== 'string') return undefined;
  const type = `AWS::${service}::${awsccResources[`${serviceKey}_${resource}`] ?? upperCamel(resource)}`;
  const names = { ...awsccProperties[service], ...awsccTypeProperties[type] };
  const maps = new Set(awsccMaps[service]);
  const documents = new Set(awsccDocuments[service]);
  return {
    type,
    nameOf: (attribute) => (Object.hasOwn(names, attribute) ? (names[attribute] ?? attribute) : upperCamel(attribute)),
    isMap: (name) => maps.has(name),
    isDocument: (name) => documents.has(name),
  };
}

/**
 * Attributes of awscc as properties of CloudFormation, with the paths of what is unknown and secret. Their values are references
 * as a template writes them, which no rule takes for a text.
 */
export function asCloudFormation(marked: MarkedProperties, type: CloudFormationType): MarkedProperties {
  return {
    properties: renamed(marked.properties, type),
    ...(marked.unknown === undefined ? {} : { unknown: marked.unknown.map((path) => renamedPath(path, type)) }),
    ...(marked.secret === undefined ? {} : { secret: marked.secret.map((path) => renamedPath(path, type)) }),
  };
}

/** A path of attributes as a path of properties. */
export function renamedPath(path: string, type: CloudFormationType): string {
  let verbatim = false;
  return path
    .split('.')
    .map((step) => {
      if (verbatim || /^\d+$/.test(step)) return step;
      const name = type.nameOf(step);
      verbatim = type.isMap(name) || type.isDocument(name);
      return name;
    })
    .join('.');
}

function renamed(record: MarkedProperties['properties'], type: CloudFormationType): MarkedProperties['properties'] {
  return Object.fromEntries(
    Object.entries(record).map(([attribute, value]) => {
      const name = type.nameOf(attribute);
      if (type.isMap(name)) return [name, verbatim(value)];
      return [name, type.isDocument(name) ? documentOf(value) : renamedValue(value, type)];
    }),
  );
}

/** A value whose keys are the user's. */
function verbatim(value: PropertyValue): PropertyValue {
  return isRecord(value) ? mapEntries(value, verbatim) : referenceOr(value);
}

function renamedValue(value: PropertyValue, type: CloudFormationType): PropertyValue {
  if (Array.isArray(value)) return (value as readonly PropertyValue[]).map((item) => renamedValue(item, type));
  return isRecord(value) ? renamed(value, type) : referenceOr(value);
}

/** `${aws_kms_key.data#arn}` as the attribute of a resource. */
function referenceOr(value: PropertyValue): PropertyValue {
  if (value === unknownValue || value === secretValue) return { Ref: value };
  const [, address, attribute] = typeof value === 'string' ? (/^\$\{([^#}]+)#([^}]+)\}$/.exec(value) ?? []) : [];
  return address === undefined || attribute === undefined ? value : { 'Fn::GetAtt': [address, attribute] };
}

/** A JSON document that is written as text, or the value as it is. */
function documentOf(value: PropertyValue): PropertyValue {
  if (typeof value !== 'string') return value;
  if (referenceOr(value) !== value) return referenceOr(value);
  try {
    const parsed: unknown = JSON.parse(value);
    return isRecord(parsed) ? propertyValue(parsed) : value;
  } catch {
    return value;
  }
}

function upperCamel(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
