import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText, tryParseJson } from '../../../../constraints/json';
import { rowOf } from '../../../../constraints/value';
import { runtimeError, StateError } from './state-error';

/** A request as a client of a service makes it. */
export interface IntegrationRequest {
  /** The service that the request is signed for. */
  readonly service: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer to it. */
export interface IntegrationAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A service that is called as the role of the machine, and how its answers become data. */
interface Integration {
  /** In front of the names of its errors. */
  readonly prefix: string;
  readonly request: (action: string, input: JsonObject) => IntegrationRequest;
  readonly result: (action: string, answer: IntegrationAnswer) => Json;
}

const resource = /^arn:aws[\w-]*:states:::(aws-sdk:)?([\w-]+):(\w+)$/;

/** Services of the JSON protocol: target and version. Source: API models in botocore 1.44.8 (2026-11). */
const jsonServices: Readonly<
  Record<string, { readonly prefix: string; readonly target: string; readonly signed?: string; readonly lower?: true }>
> = {
  dynamodb: { prefix: 'DynamoDb', target: 'DynamoDB_20120810' },
  eventbridge: { prefix: 'EventBridge', target: 'AWSEvents', signed: 'events' },
  kms: { prefix: 'Kms', target: 'TrentService' },
  sagemaker: { prefix: 'SageMaker', target: 'SageMaker' },
  secretsmanager: { prefix: 'SecretsManager', target: 'secretsmanager' },
  sfn: { prefix: 'Sfn', target: 'AWSStepFunctions', signed: 'states', lower: true },
  ssm: { prefix: 'Ssm', target: 'AmazonSSM' },
};
/** Names of the integrations with a form of their own, which is that of the SDK here. */
const optimized: Readonly<Record<string, string>> = { dynamodb: 'DynamoDB', sagemaker: 'SageMaker' };

/** The integration of a resource, and its action in the words of the API. @throws StateError (States.Runtime) for one that is not here */
export function integrationOf(arn: string): { readonly integration: Integration; readonly action: string } {
  const [, sdk, service = '', name = ''] = resource.exec(arn) ?? [];
  const action = name.charAt(0).toUpperCase() + name.slice(1);
  const json = rowOf(jsonServices, service);
  const own = rowOf(optimized, service);
  const rest = rowOf(restIntegrations, `${sdk ?? ''}${service}:${name}`);
  if (rest !== undefined) return { integration: rest, action };
  if (json === undefined || (sdk === undefined && own === undefined))
    throw runtimeError(`The local cloud does not run the integration ${arn}`);
  return { integration: jsonIntegration(service, sdk === undefined ? (own ?? '') : json.prefix), action };
}

function jsonIntegration(service: string, prefix: string): Integration {
  const { target = '', signed = service, lower } = rowOf(jsonServices, service) ?? {};
  return {
    prefix,
    request: (action, input) => ({
      service: signed,
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `${target}.${action}` },
      body: JSON.stringify(lower === true ? renamed(input, lowerFirst) : input),
    }),
    result: (_action, { body }) => {
      const answer = tryParseJson(body) ?? {};
      return lower === true ? renamed(answer, upperFirst) : answer;
    },
  };
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A value with other names of members at every depth. */
function renamed(value: Json, rename: (name: string) => string): Json {
  if (isList(value)) return value.map((element) => renamed(element, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [rename(name), renamed(member, rename)]));
}

/** A member that an integration needs. @throws StateError (States.Runtime) */
function needed(input: JsonObject, member: string): string {
  const text = scalarText(input[member]);
  if (text !== undefined) return text;
  throw runtimeError(`The integration needs ${member}`);
}

function only(input: JsonObject, ...members: readonly string[]): void {
  const other = Object.keys(input).find((member) => !members.includes(member));
  if (other !== undefined) throw runtimeError(`The local cloud does not run the integration with ${other}`);
}

function s3(method: IntegrationRequest['method']): Integration {
  return {
    prefix: 'S3',
    request: (_action, input) => {
      only(input, 'Bucket', 'Key', ...(method === 'PUT' ? ['Body', 'ContentType'] : []));
      const body = method === 'PUT' ? (input['Body'] ?? '') : '';
      const key = needed(input, 'Key').split('/').map(encodeURIComponent).join('/');
      return {
        service: 's3',
        method,
        path: `/${needed(input, 'Bucket')}/${key}`,
        headers:
          method === 'PUT' ? { 'content-type': scalarText(input['ContentType']) ?? 'application/octet-stream' } : {},
        body: typeof body === 'string' ? body : JSON.stringify(body),
      };
    },
    result: (_action, { headers, body }) => ({
      ...(method === 'GET' ? { Body: body } : {}),
      ...(headers['etag'] === undefined ? {} : { ETag: headers['etag'] }),
      ...(headers['content-type'] === undefined || method === 'PUT' ? {} : { ContentType: headers['content-type'] }),
      ...(headers['content-length'] === undefined || method === 'PUT'
        ? {}
        : { ContentLength: Number(headers['content-length']) }),
    }),
  };
}

const invokeModel: Integration = {
  prefix: 'BedrockRuntime',
  request: (_action, input) => {
    only(input, 'ModelId', 'Body', 'ContentType', 'Accept');
    const body = input['Body'] ?? '';
    return {
      service: 'bedrock',
      method: 'POST',
      path: `/model/${encodeURIComponent(needed(input, 'ModelId'))}/invoke`,
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    };
  },
  result: (_action, { body }) => ({ Body: tryParseJson(body) ?? body, ContentType: 'application/json' }),
};

const converse: Integration = {
  prefix: 'BedrockRuntime',
  request: (_action, input) => {
    const rest = Object.fromEntries(Object.entries(input).filter(([member]) => member !== 'ModelId'));
    return {
      service: 'bedrock',
      method: 'POST',
      path: `/model/${encodeURIComponent(needed(input, 'ModelId'))}/converse`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(renamed(rest, lowerFirst)),
    };
  },
  result: (_action, { body }) => renamed(tryParseJson(body) ?? {}, upperFirst),
};

/** Integrations of services whose protocol has paths. */
const restIntegrations: Readonly<Record<string, Integration>> = {
  'aws-sdk:s3:getObject': s3('GET'),
  'aws-sdk:s3:putObject': s3('PUT'),
  'aws-sdk:s3:deleteObject': s3('DELETE'),
  'aws-sdk:s3:headObject': s3('HEAD'),
  'aws-sdk:bedrockruntime:invokeModel': invokeModel,
  'aws-sdk:bedrockruntime:converse': converse,
  'bedrock:invokeModel': { ...invokeModel, prefix: 'Bedrock' },
};

/**
 * The error of an answer: as the SDK names it, or `States.Permissions` for a right that the role lacks.
 * Source: AWS Step Functions Developer Guide, "Handling errors" (not compared with the page). What the local cloud does not implement is
 * `States.Runtime`, which nothing catches.
 */
export function errorOf({ prefix }: Integration, { headers, body }: IntegrationAnswer): StateError {
  const parsed = tryParseJson(body);
  const fields = isObject(parsed) ? parsed : {};
  const code =
    headers['x-amzn-errortype'] ??
    scalarText(fields['__type']) ??
    /<Code>(.*?)<\/Code>/s.exec(body)?.[1] ??
    `${prefix}Exception`;
  const message =
    scalarText(fields['message']) ??
    scalarText(fields['Message']) ??
    /<Message>(.*?)<\/Message>/s.exec(body)?.[1] ??
    body;
  if (code.startsWith('AccessDenied')) return new StateError('States.Permissions', message);
  if (code === 'NotImplemented' || code === 'UnknownOperationException') return runtimeError(message);
  return new StateError(`${prefix}.${code.endsWith('Exception') ? code : `${code}Exception`}`, message);
}
