import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, own } from '../../../constraints/json';
import { languageExtensions, transformsOf } from '../../../constraints/template/sections';
import { ServiceError, validationError } from '../errors';

/**
 * Transforms that AWS runs and this cloud does not.
 *
 * Source: CloudFormation template reference, transforms, 2026-11-30.
 */
const hosted = new Map([
  ['AWS::CodeDeployBlueGreen', 'blue/green deployments of ECS are not rehearsed'],
  ['AWS::Include', 'put the included text into the template'],
  ['AWS::SecretsManager-2020-07-23', 'declare the rotation function yourself'],
  ['AWS::SecretsManager-2024-09-16', 'declare the rotation function yourself'],
  [
    'AWS::Serverless-2016-10-31',
    'SAM templates are not run; give the processed template (sam build, sam deploy to an account)',
  ],
  ['AWS::ServiceCatalog', 'write the values of the provisioned product into the template'],
]);

/** Refuses every transform but the language extensions. @throws ServiceError (UnsupportedTransform, or ValidationError for a macro) */
export function assertTransforms(document: JsonObject): void {
  for (const transform of transformsOf(document)) {
    const name = typeof transform === 'string' ? transform : own(transform, 'Name');
    if (name !== languageExtensions) throw refusal(name, '/Transform');
  }
  const nested = holdsTransform(document) ? nestedTransform(document, '') : undefined;
  if (nested !== undefined) throw refusal(nested.name, nested.path);
}

function refusal(name: Json | undefined, path: string): ServiceError {
  if (typeof name !== 'string') return validationError(`Template format error: ${path} must name a transform.`);
  const hint = hosted.get(name);
  // The account of a local cloud has no macro: the type AWS::CloudFormation::Macro is refused.
  return hint === undefined
    ? validationError(`No transform named ${name} found. (${path}; the local cloud runs ${languageExtensions} only)`)
    : new ServiceError('UnsupportedTransform', `The local cloud does not run the transform ${name} (${path}): ${hint}`);
}

function holdsTransform(value: Json): boolean {
  if (isList(value)) return value.some(holdsTransform);
  if (!isObject(value)) return false;
  for (const key in value) if (key === 'Fn::Transform' || holdsTransform(value[key] ?? null)) return true;
  return false;
}

function nestedTransform(
  value: Json,
  path: string,
): { readonly name: Json | undefined; readonly path: string } | undefined {
  const entries = isList(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  for (const [key, child] of entries) {
    const place = `${path}/${key}`;
    if (key === 'Fn::Transform') return { name: own(isList(child) ? child[0] : child, 'Name'), path: place };
    const found = nestedTransform(child, place);
    if (found !== undefined) return found;
  }
  return undefined;
}
