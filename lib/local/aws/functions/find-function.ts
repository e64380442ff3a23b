import { scalarText } from '../../../constraints/json';
import { textAt } from '../../../constraints/value';
import { ServiceError } from '../errors';
import type { ExistingResource, Registry } from '../state/registry';
import type { LambdaFunction } from './lambda-function';
import { lambdaFunction } from './lambda-function';
import { publishedVersions } from './published-versions';

/** How a request names a function: its name, a partial or whole ARN, with or without a qualifier. */
const reference = /^(?:(?:arn:aws[\w-]*:lambda:([\w-]+):)?(\d{12}):function:)?([\w-]+)(?::([\w$-]+))?$/;

/** Where a request was made. */
interface Place {
  readonly account: string;
  readonly region: string;
}

/**
 * The function that a request names.
 * @param qualifier version or alias of the request; the one in the ARN counts as well
 * @throws ServiceError (ResourceNotFoundException) in Lambda's words
 */
export function findFunction(registry: Registry, place: Place, name: string, qualifier?: string): LambdaFunction {
  const [, arnRegion, arnAccount, short, suffix] = reference.exec(name) ?? [];
  const account = arnAccount ?? place.account;
  const region = arnRegion ?? place.region;
  const wanted = qualifier ?? suffix;
  const resource = resourceNamed(registry, { account, region }, short);
  const version = resource === undefined ? undefined : versionOf(registry, resource, wanted ?? '$LATEST');
  if (resource === undefined || version === undefined) {
    const arn = `arn:aws:lambda:${region}:${account}:function:${short ?? name}`;
    const target = wanted === undefined ? arn : `${arn}:${wanted}`;
    throw new ServiceError('ResourceNotFoundException', `Function not found: ${target}`, 404);
  }
  // A version is as it was when it was published.
  const published = publishedVersions(registry, resource).find(({ number }) => number === version);
  return lambdaFunction(published === undefined ? resource : { ...resource, properties: published.function }, version);
}

/** The resource of the function that a request names, whatever version it names. @throws ServiceError (ResourceNotFoundException) */
export function findFunctionResource(registry: Registry, place: Place, name: string): ExistingResource {
  const [, region = place.region, account = place.account, short] = reference.exec(name) ?? [];
  const found = resourceNamed(registry, { account, region }, short);
  if (found !== undefined) return found;
  const arn = `arn:aws:lambda:${region}:${account}:function:${short ?? name}`;
  throw new ServiceError('ResourceNotFoundException', `Function not found: ${arn}`, 404);
}

function resourceNamed(
  registry: Registry,
  { account, region }: Place,
  short: string | undefined,
): ExistingResource | undefined {
  return registry.list('AWS::Lambda::Function', account, region).find(({ physicalId }) => physicalId === short);
}

/** The version behind a qualifier, or undefined when the function has no such version or alias. */
function versionOf(registry: Registry, resource: ExistingResource, qualifier: string): string | undefined {
  if (qualifier === '$LATEST') return qualifier;
  if (/^\d+$/.test(qualifier)) {
    return publishedVersions(registry, resource).some(({ number }) => number === qualifier) ? qualifier : undefined;
  }
  const alias = aliasOf(registry, resource, qualifier);
  return alias && (scalarText(alias.properties['FunctionVersion']) ?? '$LATEST');
}

/** The alias of a function, by its name. */
export function aliasOf(registry: Registry, resource: ExistingResource, alias: string): ExistingResource | undefined {
  return aliasesOf(registry, resource).find(({ properties }) => properties['Name'] === alias);
}

/** The aliases of a function. */
export function aliasesOf(registry: Registry, resource: ExistingResource): readonly ExistingResource[] {
  return registry
    .list('AWS::Lambda::Alias', resource.account, resource.region)
    .filter(({ properties }) => ofFunction(properties['FunctionName'], resource));
}

function ofFunction(name: unknown, { physicalId, arn }: ExistingResource): boolean {
  return name === physicalId || name === arn;
}

/** The zip file of a layer version, by its ARN. @param read the body of an object */
export function layerContent(
  arn: string,
  registry: Registry,
  read: (bucket: string, key: string) => Buffer | undefined,
): Buffer | undefined {
  const [, , , region = '', account = ''] = arn.split(':');
  const content = registry
    .list('AWS::Lambda::LayerVersion', account, region)
    .find((layer) => layer.physicalId === arn || layer.arn === arn)?.properties['Content'];
  const [bucket, key] = [textAt(content, 'S3Bucket'), textAt(content, 'S3Key')];
  return bucket === undefined || key === undefined ? undefined : read(bucket, key);
}
