import type { JsonObject } from '../../../constraints/json';
import { isObject, scalarText } from '../../../constraints/json';
import { resourceSchema } from '../../../constraints/schema/service-spec';
import { validationError } from '../errors';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Made } from './deployed';
import type { DeploymentRequest, ImportTarget, Plan, PlannedResource } from './planned';
import type { Stack } from './stack';
import type { ResourceDeclaration } from './template';
import { readTemplateText } from './template-text';

/** The properties that identify a resource of a type, as `ResourceIdentifierSummaries` lists them. */
export function identifyingProperties(type: string): readonly string[] {
  return resourceSchema(type)?.refIdentifier ?? [];
}

/** The resource that an import names, or undefined where the account has none. */
function findExisting(
  { type, identifier }: Pick<ImportTarget, 'type' | 'identifier'>,
  { account, region }: Stack,
  cloud: Cloud,
): ExistingResource | undefined {
  const found = cloud.registry.list(type, account, region).find((resource) => isIdentified(resource, identifier));
  if (found !== undefined) return found;
  // What a caller made without a stack: buckets and parameters.
  const [physicalId = ''] = Object.values(identifier).flatMap((value) => scalarText(value) ?? []);
  const bucket = type === 'AWS::S3::Bucket' ? cloud.buckets.get(physicalId) : undefined;
  const exists =
    bucket?.account === account ||
    (type === 'AWS::SSM::Parameter' && cloud.parameters(account, region).has(physicalId));
  if (!exists) return undefined;
  const place = { account, region: bucket?.region ?? region, type, logicalId: '', stackId: '' };
  return { ...place, physicalId, arn: '', uniqueKey: undefined, properties: identifier };
}

function isIdentified({ physicalId, properties }: ExistingResource, identifier: JsonObject): boolean {
  const names = Object.entries(identifier);
  return (
    names.length > 0 &&
    names.every(([name, value]) => {
      const wanted = scalarText(value);
      return scalarText(properties[name]) === wanted || (names.length === 1 && physicalId === wanted);
    })
  );
}

/** The stack that has a resource. */
function ownerOf({ type, physicalId, account, region }: ExistingResource, cloud: Cloud): Stack | undefined {
  return cloud
    .stacks(account, region)
    .find(
      (stack) =>
        !stack.deleted &&
        stack.deployed().some(({ existing }) => existing.type === type && existing.physicalId === physicalId),
    );
}

/** The resource that an import takes. @throws ServiceError (ValidationError) when there is none, or a stack has it */
function importable(target: ImportTarget, stack: Stack, cloud: Cloud): ExistingResource {
  const { type, logicalId, identifier } = target;
  const found = findExisting(target, stack, cloud);
  const named = Object.entries(identifier)
    .map(([name, value]) => `${name}=${scalarText(value) ?? JSON.stringify(value)}`)
    .join(', ');
  if (found === undefined) {
    throw validationError(
      `Resource ${logicalId} cannot be imported: a resource of type '${type}' with identifier '${named}' was not found in ${stack.account}/${stack.region}`,
    );
  }
  const owner = ownerOf(found, cloud);
  if (owner !== undefined)
    throw validationError(
      `Resource ${logicalId} cannot be imported: the resource of type '${type}' with identifier '${named}' already belongs to stack ${owner.id}`,
    );
  return found;
}

/** The existing resource that a declaration takes over. @throws ServiceError when an import names none that is free */
export function importedBy(
  { stack, cloud, request }: { readonly stack: Stack; readonly cloud: Cloud; readonly request: DeploymentRequest },
  { logicalId, type }: ResourceDeclaration,
  properties: JsonObject,
): { readonly existing: ExistingResource; readonly made: Made } | undefined {
  const target = request.imports?.find((one) => one.logicalId === logicalId);
  if (target !== undefined) {
    const existing = importable(target, stack, cloud);
    return { existing, made: { physicalId: existing.physicalId, identifier: target.identifier } };
  }
  const names = request.importExisting === true ? identifyingProperties(type) : [];
  const given = Object.entries(properties).filter(([name]) => names.includes(name));
  if (names.length === 0 || given.length < names.length) return undefined;
  const existing = findExisting({ type, identifier: Object.fromEntries(given) }, stack, cloud);
  if (existing === undefined || ownerOf(existing, cloud) !== undefined) return undefined;
  return { existing, made: { physicalId: existing.physicalId } };
}

/**
 * Refuses an import operation that does more than import.
 * Source: CloudFormation User Guide, "Import AWS resources into a CloudFormation stack", considerations; the first sentence
 * in the words of the service, aws/aws-cdk#17666.
 * @throws ServiceError (ValidationError)
 */
export function assertImportOnly(plan: Plan, targets: readonly ImportTarget[], before: Stack): void {
  const others = plan.resources
    .filter(({ change, declaration }) => change.action !== 'None' && !isTarget(targets, declaration.logicalId))
    .map(({ declaration }) => declaration.logicalId);
  const touched = [...others, ...plan.removed.map(({ declaration }) => declaration.logicalId)];
  if (touched.length > 0) {
    throw validationError(
      `You have modified resources [${touched.join(', ')}] in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.`,
    );
  }
  const absent = targets.filter(({ logicalId }) => !plan.deployment.graph.has(logicalId));
  if (absent.length > 0) throw validationError(`Resources to import [${idsOf(absent)}] are not in the template`);
  const unprotected = targets.filter(({ logicalId }) => !declaresPolicy(plan.request.templateText, logicalId));
  if (unprotected.length > 0)
    throw validationError(`Resources to import [${idsOf(unprotected)}] must have a DeletionPolicy attribute`);
  const mistyped = targets.filter(({ logicalId, type }) =>
    plan.resources.some(({ declaration }) => declaration.logicalId === logicalId && declaration.type !== type),
  );
  if (mistyped.length > 0)
    throw validationError(`Resources to import [${idsOf(mistyped)}] have another type in the template`);
  if (targets.some(({ logicalId }) => before.resources.get(logicalId)?.deployed !== undefined))
    throw validationError(`Resources to import [${idsOf(targets)}] are resources of the stack already`);
}

function declaresPolicy(templateText: string, logicalId: string): boolean {
  const document = readTemplateText(templateText);
  const resources = isObject(document) ? document['Resources'] : undefined;
  const resource = isObject(resources) ? resources[logicalId] : undefined;
  return isObject(resource) && resource['DeletionPolicy'] !== undefined;
}

function isTarget(targets: readonly ImportTarget[], wanted: string): boolean {
  return targets.some(({ logicalId }) => logicalId === wanted);
}

function idsOf(targets: readonly ImportTarget[]): string {
  return targets.map(({ logicalId }) => logicalId).join(', ');
}

/**
 * Refuses to take over what exists unless it stays when its stack goes.
 * Source of the words: the service, aws/aws-cdk#31971. @throws ServiceError (ValidationError)
 */
export function assertRetained(imported: readonly PlannedResource[]): void {
  const affected = imported.filter(
    ({ declaration }) => !['Retain', 'RetainExceptOnCreate'].includes(declaration.deletionPolicy),
  );
  if (affected.length === 0) return;
  throw validationError(
    `CloudFormation is attempting to import some resources because they already exist in your account. The resources must have the DeletionPolicy attribute set to 'Retain' or 'RetainExceptOnCreate' in the template for successful import. The affected resources are ${affected.map(({ declaration, identity }) => `${declaration.logicalId} ({${identity.physicalId}})`).join(', ')}`,
  );
}
