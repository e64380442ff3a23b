import type { LiveChange, LiveProperty, PropertyValue, ResourceGraph, ResourceNode } from '../../graph';
import { keyOf } from '../change/resource-key';
import { sameValue } from '../change/same-value';
import { isList, isMap } from '../policy';
import type { Concern } from '../report/review';
import type { ChangedResource, ConcernFamily, ConcernInput } from './concern';
import { inWords } from './values';

/**
 * What was changed beside the deployments, and what this one does to it. CloudFormation compares a template with the one before
 * it, so that it keeps what no template changes; an engine that refreshes first puts back what the program says.
 *
 * Source: docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html, read 2026-12-01.
 */
export const byHand: ConcernFamily = {
  ofGraphs({ base, next, changed, context }: ConcernInput): readonly Concern[] {
    const { live = [] } = context;
    if (live.length === 0) return [];
    const [before, after] = [byKey(base), byKey(next)];
    const changes = new Map(
      changed.map((one) => [keyOf({ ...one.change, address: one.change.from ?? one.change.address }), one.change]),
    );
    return live.flatMap((found) => {
      const key = keyOf(found);
      const change = changes.get(key);
      const place: Place = {
        found,
        before: before.get(key),
        after: after.get(change === undefined ? key : keyOf(change)),
        change,
        restores: context.restores?.(found),
      };
      return found.kind === 'deleted' ? [deletion(place)] : found.properties.map((one) => modification(place, one));
    });
  },
};

interface Place {
  readonly found: LiveChange;
  /** @default - the base does not have it */
  readonly before: ResourceNode | undefined;
  readonly after: ResourceNode | undefined;
  /** @default - the deployment leaves it as it is */
  readonly change: ChangedResource['change'] | undefined;
  /** Whether the deployment reads what is live first. @default - not known */
  readonly restores: boolean | undefined;
}

function byKey(graph: ResourceGraph): ReadonlyMap<string, ResourceNode> {
  return new Map(graph.map((node) => [keyOf(node), node]));
}

function modification(place: Place, { path, released, live }: LiveProperty): Concern {
  const { found, before, after, change } = place;
  const wanted = valueIn(after, path);
  const { does, level } = fateOf(place, { path, live, wanted });
  const { environment, cloud, address } = found;
  const at = after?.place ?? before?.place;
  const deployed = released ?? valueIn(before, path);
  return {
    code: 'ChangedByHand',
    level,
    environment,
    cloud,
    address: change?.address ?? address,
    path,
    message: `changed by hand: ${shown(live)}${deployed === undefined ? '' : ` in place of ${shown(deployed)}`}; this deployment ${does}`,
    before: inWords(live),
    after: after === undefined ? 'gone' : inWords(wanted),
    fix: 'write the value that is to stay into the config, and deploy it',
    ...(at === undefined ? {} : { place: at }),
  };
}

interface Wanted {
  readonly path: string;
  readonly live: PropertyValue | undefined;
  readonly wanted: PropertyValue | undefined;
}

interface Fate {
  readonly does: string;
  readonly level: Concern['level'];
}

/** What the deployment does to a property that was changed. */
function fateOf({ before, after, change, restores }: Place, { path, live, wanted }: Wanted): Fate {
  if (after === undefined || change?.kind === 'destroy') {
    return { does: before?.retained === true ? 'leaves it behind as it is' : 'deletes the resource', level: 'warning' };
  }
  if (change?.kind === 'replace' || change?.kind === 'rename') {
    const surely = change.certain === false ? 'may replace' : 'replaces';
    return { does: `${surely} the resource by one with ${shown(wanted)}`, level: 'warning' };
  }
  if (wanted !== undefined && live !== undefined && sameValue(wanted, live)) {
    return { does: 'sets the same value, and owns it from now on', level: 'note' };
  }
  if (!sameValue(valueIn(before, path), wanted))
    return { does: `overwrites it with ${shown(wanted)}`, level: 'warning' };
  if (restores === true) return { does: `puts back ${shown(wanted)}`, level: 'warning' };
  if (restores === undefined) {
    return { does: `puts back ${shown(wanted)} if it refreshes first, and keeps it otherwise`, level: 'warning' };
  }
  if (change === undefined) {
    return {
      does: `keeps it: no template changes ${shown(wanted)}, and cdk deploy --revert-drift alone puts it back`,
      level: 'warning',
    };
  }
  const others = change.properties
    .map((one) => one.path)
    .slice(0, 3)
    .join(', ');
  return { does: `may put back ${shown(wanted)}: it updates ${others} of the same resource`, level: 'warning' };
}

function deletion({ found, before, after, change, restores }: Place): Concern {
  const { environment, cloud, address } = found;
  const at = after?.place ?? before?.place;
  const does = ((): string => {
    if (after === undefined || change?.kind === 'destroy') return 'has nothing left to delete';
    if (change?.kind === 'replace' || change?.kind === 'rename') return 'creates another one in its place';
    if (restores === true) return 'creates it again';
    if (restores === undefined) return 'creates it again if it refreshes first, and does not notice otherwise';
    return change === undefined
      ? 'does not notice, and it stays deleted'
      : 'fails, because it updates what is not there';
  })();
  return {
    code: 'DeletedByHand',
    level: 'warning',
    environment,
    cloud,
    address,
    path: '',
    message: `deleted by hand; this deployment ${does}`,
    before: 'deleted',
    after: after === undefined ? 'gone' : 'declared',
    fix: 'take it out of the config and deploy, or restore it',
    ...(at === undefined ? {} : { place: at }),
  };
}

/** The value at a dotted path with list positions. */
function valueIn(node: ResourceNode | undefined, path: string): PropertyValue | undefined {
  return path.split('.').reduce<PropertyValue | undefined>((value, key) => {
    if (isList(value)) return value[Number(key)];
    return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, node?.properties);
}

/** A value in one line of at most 60 characters. */
function shown(value: PropertyValue | undefined): string {
  const text = inWords(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
