import type { ResourceNode } from '../../graph';
import type { ChangeKind, NoiseReason, PropertyChange, ResourceChange } from './change';
import type { ChangeFacts, Verdict } from './facts';
import type { Move } from './moves';
import { idWithoutHash } from './moves';
import { propertyChanges } from './property-changes';
import { sameValue } from './same-value';

/** A resource in both graphs. */
export interface Sides {
  readonly before: ResourceNode;
  readonly after: ResourceNode;
}

/** Types of which each content is a resource, with a hash of the content in the id. */
const versionTypes: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGatewayV2::Deployment',
  'AWS::Lambda::Version',
]);

/** What a new resource is: created, or imported where the provider says so. */
export function created(node: ResourceNode, facts: ChangeFacts): ResourceChange {
  const verdict = facts.verdictOf?.(node);
  return changeOf(node, verdict?.kind === 'import' ? 'import' : 'create');
}

/** What becomes of a resource that the new graph lacks. What Terraform forgets stays in the account, with its data. */
export function destroyed(node: ResourceNode, facts: ChangeFacts): ResourceChange {
  const forgotten = facts.verdictOf?.(node)?.kind === 'forget';
  return { ...changeOf(node, 'destroy'), losesData: node.stateful && !node.retained && !forgotten };
}

/** What becomes of a resource of both graphs; undefined where nothing of it differs. */
export function changed(
  { before, after }: Sides,
  facts: ChangeFacts,
  rehashed: ReadonlyMap<string, string>,
): ResourceChange | undefined {
  const verdict = facts.verdictOf?.(after);
  if (before.type !== after.type) {
    const properties: PropertyChange[] = [{ path: 'Type', before: before.type, after: after.type, effect: 'replace' }];
    return decided({ before, after }, properties, verdict);
  }
  const properties = [
    ...retention(before, after),
    ...(sameValue(before.properties, after.properties)
      ? []
      : propertyChanges(before.properties, after.properties, facts.placesOf(after.type), rehashed)),
  ];
  return properties.length === 0 && verdict === undefined ? undefined : decided({ before, after }, properties, verdict);
}

/** What becomes of a resource under another address: neither cloud keeps it, unless its program says where it was. */
export function moved(
  { before, after }: Move,
  facts: ChangeFacts,
  rehashed: ReadonlyMap<string, string>,
): ResourceChange {
  const properties = propertyChanges(before.properties, after.properties, facts.placesOf(after.type), rehashed);
  const noise =
    isRehashed({ before, after }) && properties.every((each) => each.noise !== undefined) ? 'hash' : undefined;
  return {
    ...changeOf(after, 'rename'),
    from: before.address,
    properties,
    losesData: before.stateful && !before.retained,
    ...(noise === undefined ? {} : { noise }),
  };
}

/** Whether only the hash in the id of a version tells it from the former one. */
export function isRehashed({ before, after }: Move): boolean {
  if (!versionTypes.has(after.type) || before.stack !== after.stack) return false;
  const id = idWithoutHash(before);
  return id !== undefined && id === idWithoutHash(after);
}

/** Kind and causes of a resource of both graphs with these properties. */
export function strongestKind(
  properties: readonly PropertyChange[],
): Pick<ResourceChange, 'kind' | 'causes'> & { certain: boolean } {
  const certainly = properties.filter(({ effect }) => effect === 'replace');
  const possibly = properties.filter(({ effect }) => effect === 'may-replace');
  const causing = certainly.length > 0 ? certainly : possibly;
  return {
    kind: causing.length > 0 ? 'replace' : 'update',
    causes: causing.map(({ path }) => path),
    certain: certainly.length > 0 || possibly.length === 0,
  };
}

/** Whether the replacement of a resource deletes its data. */
export function losesOnReplace(before: ResourceNode, after: ResourceNode): boolean {
  return before.stateful && !(after.retainedOnReplace ?? after.retained);
}

function decided(
  { before, after }: Sides,
  properties: readonly PropertyChange[],
  verdict: Verdict | undefined,
): ResourceChange | undefined {
  // A resource that is in both graphs is not forgotten.
  if (verdict?.kind === 'none' || verdict?.kind === 'forget') return undefined;
  const own = strongestKind(properties);
  const kind = verdict?.kind ?? own.kind;
  const certain = verdict === undefined ? own.certain : verdict.certain !== false;
  const noise = kind === 'update' ? commonNoise(properties) : undefined;
  return {
    ...changeOf(after, kind),
    properties,
    causes: kind === 'replace' ? (verdict?.causes ?? own.causes) : [],
    ...(certain ? {} : { certain }),
    losesData: kind === 'replace' && losesOnReplace(before, after),
    ...(noise === undefined ? {} : { noise }),
  };
}

/** Why a change as a whole says nothing: the first reason where every property has one. */
function commonNoise(properties: readonly PropertyChange[]): NoiseReason | undefined {
  return properties.every(({ noise }) => noise !== undefined) ? properties[0]?.noise : undefined;
}

/** What becomes of the resource with its stack is no property of it. */
function retention(before: ResourceNode, after: ResourceNode): readonly PropertyChange[] {
  const [former, current] = [before.retainedOnReplace ?? before.retained, after.retainedOnReplace ?? after.retained];
  if (before.retained === after.retained && former === current) return [];
  const pairs = [
    ['retained', before.retained, after.retained],
    ['retainedOnReplace', former, current],
  ] as const;
  return pairs
    .filter(([, left, right]) => left !== right)
    .map(([path, left, right]) => ({ path, before: left, after: right, effect: 'none' }));
}

/** A change of a resource, without properties and causes. */
export function changeOf(node: ResourceNode, kind: ChangeKind): ResourceChange {
  const { environment, cloud, stack, address, type, place } = node;
  return {
    kind,
    environment,
    cloud,
    stack,
    address,
    type,
    properties: [],
    causes: [],
    losesData: false,
    ...(place === undefined ? {} : { place }),
  };
}
