import type { Json, JsonObject } from '../../lib/constraints/json';
import { isList, isObject, scalarText } from '../../lib/constraints/json';

/*
 * The input of an API operation as a JSON schema, from the model that an AWS SDK ships: another source of the limits of a
 * service than the registry. Members of Bedrock begin with a small letter; CloudFormation writes a capital one.
 */

/** Which operation creates a resource type. */
export interface Creation {
  readonly type: string;
  /** Folder of the model. */
  readonly service: string;
  readonly operation: string;
}

const pairs: Readonly<Record<string, string>> = {
  sagemaker: 'Model EndpointConfig Endpoint InferenceComponent Pipeline ModelPackageGroup',
  'bedrock=Bedrock': 'Guardrail',
  'bedrock-agent=Bedrock': 'Agent KnowledgeBase DataSource Prompt Flow',
  s3vectors: 'VectorBucket Index',
  opensearchserverless: 'Collection SecurityPolicy AccessPolicy VpcEndpoint',
  lambda: 'Function EventSourceMapping',
  dynamodb: 'Table',
  kms: 'Key Alias',
  logs: 'LogGroup',
  sqs: 'Queue',
  secretsmanager: 'Secret',
  ecr: 'Repository',
};
const namespaces: Readonly<Record<string, string>> = {
  sagemaker: 'SageMaker',
  s3vectors: 'S3Vectors',
  opensearchserverless: 'OpenSearchServerless',
  lambda: 'Lambda',
  dynamodb: 'DynamoDB',
  kms: 'KMS',
  logs: 'Logs',
  sqs: 'SQS',
  secretsmanager: 'SecretsManager',
  ecr: 'ECR',
};

/** Every type with its operation. */
export const creations: readonly Creation[] = Object.entries(pairs).flatMap(([key, names]) => {
  const [service = '', namespace = namespaces[service] ?? ''] = key.split('=');
  return names.split(' ').map((name) => ({ type: `AWS::${namespace}::${name}`, service, operation: `Create${name}` }));
});

/** The schema of the input of an operation, with only the properties that a resource type has. */
export function inputSchema(model: JsonObject, operation: string, typeSchema: JsonObject): JsonObject | undefined {
  const operations = object(model['operations']);
  const shape = scalarText(object(object(operations[operation])['input'])['shape']);
  if (shape === undefined) return undefined;
  const schema = toSchema(shape, object(model['shapes']), 0);
  const known = object(typeSchema['properties']);
  const readOnly = isList(typeSchema['readOnlyProperties']) ? typeSchema['readOnlyProperties'] : [];
  const writable = (name: string): boolean => Object.hasOwn(known, name) && !readOnly.includes(`/properties/${name}`);
  return alike(schema, typeSchema, typeSchema, writable, 0);
}

/** A schema without the members that the other one does not have, at every depth. */
function alike(
  schema: JsonObject,
  other: JsonObject,
  root: JsonObject,
  writable: (name: string) => boolean,
  depth: number,
): JsonObject {
  const known = object(other['properties']);
  const entries = Object.entries(object(schema['properties'])).filter(
    ([name]) => Object.hasOwn(known, name) && (depth > 0 || writable(name)),
  );
  const properties = Object.fromEntries(
    entries.flatMap(([name, child]): (readonly [string, Json])[] => {
      const twin = resolve(known[name], root);
      const same = object(child)['type'] === twin['type'];
      return same ? [[name, alike(object(child), twin, root, writable, depth + 1)]] : [];
    }),
  );
  const required = isList(schema['required'])
    ? schema['required'].filter((name) => typeof name === 'string' && Object.hasOwn(properties, name))
    : [];
  const items = isObject(schema['items'])
    ? alike(schema['items'], resolve(other['items'], root), root, writable, depth + 1)
    : undefined;
  return { ...schema, properties, required, ...(items === undefined ? {} : { items }) };
}

function resolve(node: Json | undefined, root: JsonObject): JsonObject {
  const name = /^#\/definitions\/([^/]+)$/.exec(scalarText(object(node)['$ref']) ?? '')?.[1];
  return name === undefined ? object(node) : object(object(root['definitions'])[name]);
}

function toSchema(name: string, shapes: JsonObject, depth: number): JsonObject {
  const shape = object(shapes[name]);
  const { min, max, pattern } = shape;
  const bounds = (least: string, most: string): JsonObject => ({
    ...(typeof min === 'number' ? { [least]: min } : {}),
    ...(typeof max === 'number' ? { [most]: max } : {}),
  });
  if (depth > 6) return {};
  switch (shape['type']) {
    case 'structure': {
      const members = Object.entries(object(shape['members'])).map(([member, child]): [string, Json] => [
        capital(member),
        toSchema(scalarText(object(child)['shape']) ?? '', shapes, depth + 1),
      ]);
      const required = isList(shape['required'])
        ? shape['required'].map((each) => capital(scalarText(each) ?? ''))
        : [];
      return { type: 'object', properties: Object.fromEntries(members), required };
    }
    case 'list': {
      const member = scalarText(object(shape['member'])['shape']) ?? '';
      return { type: 'array', items: toSchema(member, shapes, depth + 1), ...bounds('minItems', 'maxItems') };
    }
    case 'string': {
      if (isList(shape['enum'])) return { type: 'string', enum: shape['enum'] };
      const whole = typeof pattern === 'string' ? { pattern: `^(?:${pattern})$` } : {};
      return { type: 'string', ...whole, ...bounds('minLength', 'maxLength') };
    }
    case 'integer':
    case 'long':
      return { type: 'integer', ...bounds('minimum', 'maximum') };
    case 'float':
    case 'double':
      return { type: 'number', ...bounds('minimum', 'maximum') };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return {};
  }
}

function capital(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
