import type { Breach } from '../../../constraints/constraint';
import { constraintsOf } from '../../../constraints/constraints-of';
import { nestedStack } from '../../../constraints/schema/special-types';
import { validateProperties } from '../../../constraints/schema/validate';
import type { CheckInput } from '../checks/check';
import { checksOf } from '../checks/checks-of';
import { existingSurroundings } from '../checks/surroundings';
import { assertAllowed } from '../iam/execution';
import type { ProviderContext } from '../providers/provider';
import { ResourceFailure } from '../providers/provider';
import { providerOf } from '../providers/provider-of';
import { defaultResources } from '../services/ec2/network';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import { sameResource } from '../state/registry';
import type { DeployedResource, Made } from './deployed';
import type { NestedStacks } from './nested';
import type { PlannedResource } from './planned';
import type { Stack } from './stack';
import type { Work } from './work';
import { settled } from './work';

function placeOf({ account, region }: Stack, { declaration: { logicalId, type } }: PlannedResource) {
  return { account, region, logicalId, type };
}

/** Refuses a resource that the service would refuse. @throws ResourceFailure with the reason */
function assertAcceptable(stack: Stack, planned: PlannedResource, cloud: Cloud): void {
  const { effective, unresolved } = planned;
  const place = placeOf(stack, planned);
  const { logicalId, type } = place;
  const [reference] = unresolved;
  if (reference !== undefined) {
    throw new ResourceFailure(
      `Could not resolve dynamic reference ${reference.text} of resource ${logicalId} (#/${reference.path}): no such parameter or secret in ${stack.account}/${stack.region}`,
    );
  }
  const violations = validateProperties(type, effective);
  if (violations.length > 0) {
    const lines = violations.map(({ pointer, rule }) => `${pointer}: ${rule}`);
    throw new ResourceFailure(
      `Properties validation failed for resource ${logicalId} with message:\n${lines.join('\n')}`,
    );
  }
  const input: CheckInput = {
    ...place,
    properties: effective,
    registry: cloud.registry,
    holdsObject: (bucket, key) => holdsObject(cloud, bucket, key),
    unverified: (what) => {
      cloud.emit({ kind: 'unverified', stack: stack.name, ...place, what });
    },
  };
  for (const check of checksOf(type)) {
    const reason = check(input);
    if (reason !== undefined) throw invalid(reason);
  }
  const surroundings = existingSurroundings(input, () => defaultResources(cloud, stack.account, stack.region));
  const broken: Breach[] = [];
  for (const constraint of constraintsOf(type)) {
    const found = constraint.check({ type, logicalId, properties: effective }, surroundings);
    if (constraint.taken !== true) broken.push(...found);
    else for (const { pointer, problem } of found) input.unverified(`${pointer}: ${problem}`);
  }
  if (broken.length > 0) throw invalid(broken.map(({ pointer, problem }) => `${pointer}: ${problem}`).join('\n'));
}

/** Whether a bucket holds an object, or any object under a prefix; undefined for a bucket that does not exist. */
function holdsObject(cloud: Cloud, bucket: string, key: string): boolean | undefined {
  const objects = cloud.buckets.get(bucket)?.objects;
  return key.endsWith('/') ? objects && [...objects.keys()].some((name) => name.startsWith(key)) : objects?.has(key);
}

function invalid(reason: string): ResourceFailure {
  return new ResourceFailure(`Resource handler returned message: "${reason}" (HandlerErrorCode: InvalidRequest)`);
}

/** Creates a planned resource. @throws ResourceFailure with the reason */
export function* createResource(stack: Stack, planned: PlannedResource, cloud: Cloud): Work<DeployedResource> {
  assertAcceptable(stack, planned, cloud);
  const { type } = planned.declaration;
  const existing = existingResource(stack, planned);
  const holder = existing.uniqueKey === undefined ? undefined : cloud.registry.holder(existing.uniqueKey);
  if (holder !== undefined) throw new ResourceFailure(nameTaken(planned, existing, holder));
  assertAllowed(stack, existing, 'create', cloud);
  const made =
    type === nestedStack
      ? yield* nestedStacks(cloud).create(existing, stack)
      : yield* settled(providerOf(type).create?.(existing, cloud, contextOf(stack, cloud)));
  const created = { ...existing, physicalId: made?.physicalId ?? existing.physicalId };
  cloud.registry.add(created);
  return deployedResource(planned, created, made);
}

/** Takes an existing resource into a stack; the resource stays as it is. @throws ResourceFailure with the reason */
export function adoptResource(
  stack: Stack,
  planned: PlannedResource,
  imported: ExistingResource,
  cloud: Cloud,
): DeployedResource {
  assertAcceptable(stack, planned, cloud);
  const { physicalId } = planned.identity;
  const request = stack.running?.request?.imports?.find(({ logicalId }) => logicalId === planned.declaration.logicalId);
  const existing = existingResource(stack, planned);
  cloud.registry.remove(imported);
  cloud.registry.add(existing);
  return deployedResource(planned, existing, { physicalId, identifier: request?.identifier });
}

/** Gives an imported resource back. */
export function releaseResource(deployed: DeployedResource, imported: ExistingResource, cloud: Cloud): void {
  cloud.registry.remove(deployed.existing);
  if (imported.stackId !== '') cloud.registry.add(imported);
}

function contextOf(stack: Stack, cloud: Cloud): ProviderContext {
  return { stack, signal: cloud.operations.signal(stack) };
}

/** Why a name that another resource has refuses the creation. */
function nameTaken(planned: PlannedResource, { physicalId }: ExistingResource, holder: ExistingResource): string {
  const { declaration, identity, previous } = planned;
  const { type } = declaration;
  const { givenName, refusedBy } = identity;
  const named = givenName === undefined || givenName === physicalId ? '' : ` (its name is '${givenName}')`;
  if (sameResource(holder, previous?.existing) && refusedBy === 'cloudformation')
    return `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${holder.physicalId} and update the stack again.${named}`;
  return `Resource handler returned message: "Resource of type '${type}' with identifier '${givenName ?? physicalId}' already exists (created as ${holder.logicalId} by ${holder.stackId})." (HandlerErrorCode: AlreadyExists)`;
}

/**
 * Changes a resource in place. When its service answers with another physical id, the old resource is left to be deleted.
 * @throws ResourceFailure with the reason
 */
export function* updateResource(
  stack: Stack,
  planned: PlannedResource,
  previous: DeployedResource,
  cloud: Cloud,
): Work<DeployedResource> {
  assertAcceptable(stack, planned, cloud);
  const existing = existingResource(stack, planned);
  assertAllowed(stack, existing, 'update', cloud);
  const made = yield* change(stack, previous.existing, existing, cloud);
  const { physicalId = existing.physicalId } = made ?? {};
  const updated = physicalId === existing.physicalId ? existing : { ...existing, physicalId };
  if (updated.physicalId === existing.physicalId) cloud.registry.replace(previous.existing, updated);
  else cloud.registry.add(updated);
  const { origin, identifier } = previous.made ?? {};
  return deployedResource(planned, updated, made === undefined ? previous.made : { origin, identifier, ...made });
}

/** Restores the earlier state of an updated resource. @throws ResourceFailure when its service refuses */
export function* restoreResource(
  stack: Stack,
  current: DeployedResource,
  previous: DeployedResource,
  cloud: Cloud,
): Work {
  if (current.existing.type === nestedStack) yield* nestedStacks(cloud).rollBack(current.existing.physicalId, stack);
  else yield* change(stack, current.existing, previous.existing, cloud);
  cloud.registry.remove(current.existing);
  cloud.registry.add(previous.existing);
}

/** Deletes a resource. @throws ResourceFailure when its service refuses */
export function* removeResource(stack: Stack, { existing }: DeployedResource, cloud: Cloud): Work {
  const { type, physicalId } = existing;
  assertAllowed(stack, existing, 'delete', cloud);
  if (type === nestedStack) yield* nestedStacks(cloud).remove(physicalId, stack);
  else yield* settled(providerOf(type).remove?.(existing, cloud, contextOf(stack, cloud)));
  cloud.registry.remove(existing);
}

function change(stack: Stack, before: ExistingResource, after: ExistingResource, cloud: Cloud): Work<Made | undefined> {
  if (after.type === nestedStack) return nestedStacks(cloud).update(after, stack);
  const provider = providerOf(after.type);
  return settled(provider.update?.(after, before.properties, cloud, contextOf(stack, cloud)));
}

function nestedStacks({ nested }: Cloud): NestedStacks {
  if (nested === undefined) throw new Error('the cloud was started without nested stacks');
  return nested;
}

function existingResource(
  { account, region, id }: Stack,
  { declaration: { logicalId, type }, identity: { physicalId, arn, uniqueKey }, effective }: PlannedResource,
): ExistingResource {
  return { account, region, logicalId, type, stackId: id, physicalId, arn, uniqueKey, properties: effective };
}

function deployedResource(
  { declaration, properties, shown, identity, generation, createdAt }: PlannedResource,
  existing: ExistingResource,
  made: Made | undefined,
): DeployedResource {
  const { arn, uniqueKey, givenName, refusedBy } = identity;
  const plain = { physicalId: existing.physicalId, arn, uniqueKey, givenName, refusedBy };
  const hiding = shown === undefined ? {} : { shown };
  return { declaration, properties, ...hiding, identity: plain, made, generation, createdAt, existing };
}
