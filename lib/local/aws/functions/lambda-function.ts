import type { JsonObject } from '../../../constraints/json';
import { isObject, scalarText } from '../../../constraints/json';
import { listAt } from '../../../constraints/value';
import type { ExistingResource } from '../state/registry';

/** Where the code of a function is. */
export type FunctionCode =
  | { readonly kind: 'inline'; readonly text: string }
  | { readonly kind: 'object'; readonly bucket: string; readonly key: string }
  | { readonly kind: 'image' };

/** A function as Lambda runs it. */
export interface LambdaFunction {
  readonly name: string;
  /** ARN without a qualifier. */
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  /** `$LATEST` or a version number. */
  readonly version: string;
  /** For example `nodejs22.x`; undefined for an image. */
  readonly runtime: string | undefined;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  /** ARN of the role that the function's calls are made under. */
  readonly role: string;
  readonly code: FunctionCode;
  /** ARNs of its layers, in order: files of a later one replace those of an earlier one. */
  readonly layers: readonly string[];
  /** Name of the log group that its output goes to. */
  readonly logGroup: string;
}

/** Reads a function from its resource. Defaults are Lambda's: 3 seconds, 128 MB. */
export function lambdaFunction(resource: ExistingResource, version = '$LATEST'): LambdaFunction {
  const { properties, account, region, physicalId: name, arn } = resource;
  const variables = member(properties, 'Environment', 'Variables');
  return {
    name,
    arn,
    account,
    region,
    version,
    runtime: scalarText(properties['Runtime']),
    handler: scalarText(properties['Handler']) ?? '',
    timeoutSeconds: Number(scalarText(properties['Timeout']) ?? '3'),
    memoryMb: Number(scalarText(properties['MemorySize']) ?? '128'),
    environment: Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, scalarText(value) ?? ''])),
    role: scalarText(properties['Role']) ?? '',
    code: codeOf(member(properties, 'Code')),
    layers: listAt(properties, 'Layers').flatMap((layer) => scalarText(layer) ?? []),
    logGroup: scalarText(member(properties, 'LoggingConfig')['LogGroup']) ?? `/aws/lambda/${name}`,
  };
}

function codeOf(code: JsonObject): FunctionCode {
  const [bucket, key, text] = [code['S3Bucket'], code['S3Key'], code['ZipFile']].map(scalarText);
  if (bucket !== undefined && key !== undefined) return { kind: 'object', bucket, key };
  return text === undefined ? { kind: 'image' } : { kind: 'inline', text };
}

/** An object inside an object; empty when there is none. */
function member(properties: JsonObject, ...path: readonly string[]): JsonObject {
  let current: JsonObject = properties;
  for (const name of path) {
    const next = current[name];
    current = isObject(next) ? next : {};
  }
  return current;
}
