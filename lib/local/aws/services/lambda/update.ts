import type { Json, JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { CodeFailure, filesOf, objectCode } from '../../functions/code-folder';
import { findFunction } from '../../functions/find-function';
import type { LambdaFunction } from '../../functions/lambda-function';
import { lambdaFunction } from '../../functions/lambda-function';
import type { CallContext } from '../call';
import { inputOf, notImplemented } from './input';

/** Settings that UpdateFunctionConfiguration changes here; another one is refused by name. */
const settings: ReadonlySet<string> = new Set([
  'Description',
  'Environment',
  'Handler',
  'MemorySize',
  'Role',
  'Runtime',
  'Timeout',
]);

/** UpdateFunctionCode, as `cdk watch` and `cdk deploy --hotswap` call it: the stack does not know, so it drifts. */
export function updateCode(name: string, body: Buffer, context: CallContext): LambdaFunction {
  const input = inputOf(body);
  const unknown = Object.keys(input).find((key) => !['S3Bucket', 'S3Key', 'ZipFile'].includes(key));
  if (unknown !== undefined) throw notImplemented(`UpdateFunctionCode with ${unknown}`);
  const [bucket, key] = [scalarText(input['S3Bucket']), scalarText(input['S3Key'])];
  if (bucket === undefined || key === undefined)
    return change(name, { Code: { ZipFile: inlineText(input['ZipFile']) } }, context);
  try {
    objectCode({ kind: 'object', bucket, key }, (...place) => readObject(place, context));
  } catch (error) {
    throw error instanceof CodeFailure ? new ServiceError('InvalidParameterValueException', error.message) : error;
  }
  return change(name, { Code: { S3Bucket: bucket, S3Key: key } }, context);
}

function readObject([bucket, key]: readonly [string, string], { cloud }: CallContext): Buffer | undefined {
  return cloud.buckets.get(bucket)?.objects.get(key)?.body;
}

/** UpdateFunctionConfiguration. */
export function updateConfiguration(name: string, body: Buffer, context: CallContext): LambdaFunction {
  const input = inputOf(body);
  const unknown = Object.keys(input).find((key) => !settings.has(key));
  if (unknown !== undefined) throw notImplemented(`UpdateFunctionConfiguration with ${unknown}`);
  return change(name, input, context);
}

/** The text of a zip file that holds one file, which is what the CDK CLI makes of code that a template holds inline. */
function inlineText(zip: Json | undefined): string {
  try {
    const files = [...filesOf(Buffer.from(scalarText(zip) ?? '', 'base64'))];
    const [[path, content] = ['', new Uint8Array()]] = files;
    if (files.length === 1 && path === 'index.js') return Buffer.from(content).toString('utf8');
  } catch (error) {
    if (!(error instanceof CodeFailure)) throw error;
    throw new ServiceError('InvalidParameterValueException', error.message);
  }
  throw notImplemented('UpdateFunctionCode with a ZipFile of more than index.js: put it into a bucket');
}

function change(name: string, properties: JsonObject, { cloud, account, region }: CallContext): LambdaFunction {
  const lambda = findFunction(cloud.registry, { account, region }, name);
  const resource = cloud.registry
    .list('AWS::Lambda::Function', lambda.account, lambda.region)
    .find(({ physicalId }) => physicalId === lambda.name);
  if (resource === undefined) return lambda;
  const next = { ...resource, properties: { ...resource.properties, ...properties } };
  cloud.registry.add(next);
  return lambdaFunction(next);
}
