import { sameJson } from '../../../constraints/json';
import { ServiceError, validationError } from '../errors';
import type { Cloud } from '../state/cloud';
import type { DeployedResource, Deployment } from './deployed';
import { planDeployment } from './plan';
import type { DeploymentRequest, Plan } from './planned';
import { Stack } from './stack';
import { parseTemplate } from './template';

/** A place in a stack. */
interface Location {
  readonly stack: string;
  readonly logicalId: string;
}

/** A resource that changes its place. */
export interface Move {
  readonly source: Location;
  readonly destination: Location;
  /** Whether the caller named it. */
  readonly detection: 'AUTO' | 'MANUAL';
}

/** What a stack is to become. */
export interface StackDefinition {
  readonly name: string;
  readonly templateText: string;
}

/** A refactoring of stacks. Plain data. */
export interface StackRefactor {
  readonly id: string;
  readonly description: string | undefined;
  readonly definitions: readonly StackDefinition[];
  readonly moves: readonly Move[];
  readonly status: 'CREATE_COMPLETE' | 'CREATE_FAILED';
  readonly statusReason: string | undefined;
  readonly executionStatus: 'AVAILABLE' | 'UNAVAILABLE' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED';
  readonly executionStatusReason: string | undefined;
}

/** The account and region of a refactoring, and what is there. */
export interface Place {
  readonly cloud: Cloud;
  readonly account: string;
  readonly region: string;
}

/** A stack of a refactoring after its resources moved, with the plan that must change nothing else. */
export interface Refactored {
  /** A copy: the stack itself is unchanged until the execution. */
  readonly copy: Stack;
  readonly deployment: Deployment;
  readonly plan: Plan;
}

/**
 * The moves that templates imply: a resource that leaves one template and is in another place with the same type and
 * properties.
 */
export function detectMoves(definitions: readonly StackDefinition[], place: Place): readonly Move[] {
  const leaving = definitions.flatMap(({ name, templateText }) => {
    const resources = parseTemplate(templateText).resources;
    return (stackNamed(name, place)?.deployed() ?? [])
      .filter(({ declaration }) => !resources.has(declaration.logicalId))
      .map(({ declaration }) => ({ stack: name, declaration }));
  });
  const arriving = definitions.flatMap(({ name, templateText }) =>
    [...parseTemplate(templateText).resources.values()]
      .filter(({ logicalId }) => stackNamed(name, place)?.resources.get(logicalId)?.deployed === undefined)
      .map((declaration) => ({ stack: name, declaration })),
  );
  return leaving.flatMap(({ stack, declaration }): Move[] => {
    const found = arriving.find(
      (to) => to.declaration.type === declaration.type && sameJson(to.declaration.properties, declaration.properties),
    );
    if (found === undefined) return [];
    arriving.splice(arriving.indexOf(found), 1);
    return [
      {
        source: { stack, logicalId: declaration.logicalId },
        destination: { stack: found.stack, logicalId: found.declaration.logicalId },
        detection: 'AUTO',
      },
    ];
  });
}

/**
 * The stacks as a refactoring makes them. Nothing but the places of resources may change.
 * Source: CloudFormation User Guide, "Stack refactoring", considerations.
 * @throws ServiceError (ValidationError) with what else would change
 */
export function refactored(
  { definitions, moves }: Pick<StackRefactor, 'definitions' | 'moves'>,
  place: Place,
): readonly Refactored[] {
  const { cloud, account, region } = place;
  const stacks = cloud.stacks(account, region);
  const originals = [...stacks];
  const copies = definitions.map(({ name }) => copyOf(name, place));
  moveAll(moves, copies);
  // Plans see the copies: a stack may import what another one exports only from now on.
  stacks.splice(
    0,
    stacks.length,
    ...originals.filter(({ name, deleted }) => deleted || copies.every((copy) => copy.name !== name)),
    ...copies,
  );
  try {
    return planAll(definitions, copies, cloud);
  } finally {
    stacks.splice(0, stacks.length, ...originals);
  }
}

function planAll(
  definitions: readonly StackDefinition[],
  copies: readonly Stack[],
  cloud: Cloud,
): readonly Refactored[] {
  const done: Refactored[] = [];
  let waiting = definitions;
  while (waiting.length > 0) {
    let failure: ServiceError | undefined;
    const left = waiting.filter(({ name, templateText }) => {
      const copy = copies.find((one) => one.name === name);
      if (copy === undefined) return false;
      try {
        const plan = planDeployment(copy, requestOf(copy, templateText), cloud);
        assertMovesOnly(plan, copy);
        const deployment = { ...plan.deployment, outputs: plan.outputs() };
        copy.deployment = deployment;
        done.push({ copy, deployment, plan });
        return false;
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        failure = error;
        return true;
      }
    });
    // An import may wait for the export of another stack; without progress the refusal stands.
    if (left.length === waiting.length && failure !== undefined) throw failure;
    waiting = left;
  }
  return done;
}

function requestOf({ deployment }: Stack, templateText: string): DeploymentRequest {
  return {
    templateText,
    parameters: (deployment?.parameters ?? []).map(({ key }) => ({ key, value: undefined, usePreviousValue: true })),
    tags: deployment?.tags ?? [],
    capabilities: deployment?.capabilities ?? [],
    notificationArns: deployment?.notificationArns ?? [],
  };
}

function assertMovesOnly(plan: Plan, { name }: Stack): void {
  const changed = plan.resources.filter(
    ({ change }) =>
      change.action !== 'None' &&
      (change.action !== 'Modify' || change.details.some(({ attribute }) => attribute === 'Properties')),
  );
  const ids = [...changed, ...plan.removed].map(({ declaration }) => declaration.logicalId);
  if (ids.length > 0)
    throw validationError(
      `Stack refactor does not support changes to resources: [${ids.join(', ')}] of stack ${name} would be added, changed or removed`,
    );
}

/** A stack by name or ARN. */
export function stackNamed(name: string, { cloud, account, region }: Place): Stack | undefined {
  return cloud.stacks(account, region).find((stack) => !stack.deleted && (stack.name === name || stack.id === name));
}

/** A copy of a stack, or a new one. */
function copyOf(name: string, place: Place): Stack {
  const { cloud, account, region } = place;
  const found = stackNamed(name, place);
  if (found !== undefined) {
    const copy = new Stack(found);
    copy.deployment = found.deployment;
    for (const [logicalId, resource] of found.resources) copy.resources.set(logicalId, resource);
    return copy;
  }
  const id = `arn:aws:cloudformation:${region}:${account}:stack/${name}/${cloud.ids.uuid(`${account}|${region}|${name}|${cloud.stacksSoFar(account, region)}`)}`;
  return new Stack({ id, name, account, region, createdAt: cloud.now() });
}

function moveAll(moves: readonly Move[], copies: readonly Stack[]): void {
  const taken = moves.map(({ source, destination }) => {
    const from = copies.find(({ name, id }) => name === source.stack || id === source.stack);
    const to = copies.find(({ name, id }) => name === destination.stack || id === destination.stack);
    const resource = from?.resources.get(source.logicalId);
    if (from === undefined || to === undefined || resource?.deployed === undefined)
      throw validationError(`Resource ${source.logicalId} does not exist in stack ${source.stack}`);
    from.resources.delete(source.logicalId);
    return {
      to,
      logicalId: destination.logicalId,
      resource,
      deployed: movedTo(to, destination, resource.deployed, from),
    };
  });
  for (const { to, logicalId, resource, deployed } of taken) {
    if (to.resources.get(logicalId)?.deployed !== undefined)
      throw validationError(`Resource ${logicalId} already exists in stack ${to.name}`);
    to.resources.set(logicalId, { ...resource, logicalId, deployed });
  }
}

/** A resource in its new place. What it was derived from stays, so that it keeps its identifiers. */
function movedTo(to: Stack, { logicalId }: Location, deployed: DeployedResource, from: Stack): DeployedResource {
  const { declaration, existing, made } = deployed;
  const origin = made?.origin ?? { stackId: from.id, stackName: from.name, logicalId: declaration.logicalId };
  return {
    ...deployed,
    declaration: { ...declaration, logicalId },
    existing: { ...existing, stackId: to.id, logicalId },
    made: { ...made, origin },
  };
}
