import { isList, isObject, scalarText, tryParseJson } from '../../constraints/json';
import type { ResourceGraph, ResourceNode } from '../../graph';
import { matchesPattern } from '../policy';
import type { Concern } from '../report/review';
import type { ConcernFamily, ConcernInput } from './concern';
import type { Grant } from './grants';
import { grantsOf, grantsRights } from './grants';
import { listed } from './protection';

/** Rights of each principal that get wider or narrower, over every policy that grants them. */
export const rights: ConcernFamily = {
  ofGraphs({ base, next, changed }: ConcernInput): readonly Concern[] {
    const touched = changed.filter(({ change }) => grantsRights(change.type));
    if (touched.length === 0) return [];
    const renamed = new Map(
      changed.flatMap(({ change: { from, address } }) => (from === undefined ? [] : [[from, address]])),
    );
    // Only the holders of changed policies: all of their grants count, of unchanged policies too.
    const holders = new Set(
      touched.flatMap(({ before, after }) => [
        ...byHolder(before === undefined ? [] : [before], renamed).keys(),
        ...byHolder(after === undefined ? [] : [after], new Map()).keys(),
      ]),
    );
    const former = byHolder(base, renamed, holders);
    const current = byHolder(next, new Map(), holders);
    const created = new Set(
      changed.flatMap(({ change }) => (change.kind === 'create' ? [`${change.environment}\n${change.address}`] : [])),
    );
    return [...new Set([...former.keys(), ...current.keys()])].toSorted().flatMap((holder) => {
      const [before, after] = [former.get(holder), current.get(holder)];
      return concernsOf({ holder, before, after, isNew: isNew(holder, created) });
    });
  },
};

interface Held {
  readonly node: ResourceNode;
  readonly grants: Map<string, Grant>;
}

interface HolderChange {
  readonly holder: string;
  readonly before: Held | undefined;
  readonly after: Held | undefined;
  readonly isNew: boolean;
}

/** Grants by environment and holder, of these holders alone where they are given. */
function byHolder(
  graph: ResourceGraph,
  renamed: ReadonlyMap<string, string>,
  holders?: ReadonlySet<string>,
): ReadonlyMap<string, Held> {
  const found = new Map<string, Held>();
  for (const node of graph) {
    if (!grantsRights(node.type)) continue;
    for (const grant of grantsOf(node)) {
      const name = renamed.get(grant.holder) ?? grant.holder;
      const key = `${node.environment}\n${name}`;
      if (holders?.has(key) === false) continue;
      const held = found.get(key) ?? { node, grants: new Map<string, Grant>() };
      held.grants.set(textOf({ ...grant, resource: renamed.get(grant.resource) ?? grant.resource }), grant);
      found.set(key, held);
    }
  }
  return found;
}

function textOf({ kind, deny, action, resource, condition }: Grant): string {
  return [kind, deny, action, resource, condition].join('\n');
}

/** A role, or the identity behind a reference of Pulumi, that the deployment creates. */
function isNew(holder: string, created: ReadonlySet<string>): boolean {
  if (created.has(holder)) return true;
  const [environment = '', name = ''] = holder.split('\n');
  const [, urn] = /\$\{([^#}]+)#/.exec(name) ?? [];
  return urn !== undefined && created.has(`${environment}\n${urn}`);
}

function concernsOf({ holder, before, after, isNew: created }: HolderChange): readonly Concern[] {
  const [had, has] = [before?.grants ?? new Map<string, Grant>(), after?.grants ?? new Map<string, Grant>()];
  const added = [...has].flatMap(([key, grant]) => (had.has(key) ? [] : [grant]));
  const gone = [...had].flatMap(([key, grant]) => (has.has(key) ? [] : [grant]));
  const wider = [
    ...added.filter((grant) => !grant.deny && !coveredBy(grant, had.values())),
    ...gone.filter((grant) => grant.deny && !coveredBy(grant, has.values())),
  ];
  const open = wider.filter(isOpen);
  const name = holder.slice(holder.indexOf('\n') + 1);
  const place = after ?? before;
  if (place === undefined) return [];
  const concern = (
    grants: readonly Grant[],
    rest: Pick<Concern, 'code' | 'level' | 'message' | 'fix'>,
    sides: object,
  ): Concern => {
    const [first] = grants;
    const { environment, cloud } = place.node;
    return { ...rest, environment, cloud, address: first?.address ?? '', path: first?.path ?? '', ...sides };
  };
  if (open.length > 0) {
    const fix = 'name the principals, or a condition that holds for them alone';
    return [concern(open, { code: 'RightsOpened', level: 'block', message: `everybody may: ${words(open)}`, fix }, {})];
  }
  if (created) return [];
  if (wider.length > 0) {
    const related = [...had.values()].filter((old) =>
      wider.some((grant) => grant.kind === old.kind && sameService(grant, old)),
    );
    const sides = { before: related.length === 0 ? 'no such right' : words(related), after: words(wider) };
    const fix = 'grant the actions and resources that are used, and no others';
    return [
      concern(
        wider,
        { code: 'RightsWidened', level: 'warning', message: `${shown(name)} gets more rights`, fix },
        sides,
      ),
    ];
  }
  const narrower = gone.filter((grant) => !grant.deny);
  if (narrower.length === 0 || after === undefined) return [];
  const sides = { before: words(narrower), after: 'no such right' };
  const message = `${shown(name)} loses rights: check that nothing needs them`;
  return [concern(narrower, { code: 'RightsNarrowed', level: 'note', message, fix: 'keep what is used' }, sides)];
}

/** Whether one of several grants allows all that a grant allows. */
function coveredBy(grant: Grant, others: Iterable<Grant>): boolean {
  for (const other of others) {
    if (other.kind !== grant.kind || other.deny !== grant.deny) continue;
    if (other.condition !== '' && other.condition !== grant.condition) continue;
    if (matchesPattern(other.action, grant.action, true) && matchesPattern(other.resource, grant.resource)) return true;
  }
  return false;
}

/** Everybody in the world, without a condition. */
function isOpen({ kind, holder, resource, condition, deny }: Grant): boolean {
  if (deny || condition !== '') return false;
  return kind === 'trust' ? resource === '*' : kind === 'resource' && holder === '*';
}

function sameService(left: Grant, right: Grant): boolean {
  return left.action.split(':')[0] === right.action.split(':')[0];
}

function words(grants: readonly Grant[]): string {
  return listed(
    grants.map(({ action, resource, condition, deny, kind }) => {
      const verb = `${deny ? 'not ' : ''}${action}`;
      const link = kind === 'trust' ? 'by' : kind === 'managed' ? '' : 'on';
      return [verb, link, shown(resource), condition === '' ? '' : `if ${condition}`]
        .filter((part) => part !== '')
        .join(' ');
    }),
  );
}

/** A reference of Pulumi by the name of its resource, one of CloudFormation by what it names, and a text with references as the text. */
function shown(text: string): string {
  const given = text.startsWith('{') ? tryParseJson(text) : undefined;
  const [[name, value] = [], ...others] = isObject(given) ? Object.entries(given) : [];
  if (others.length === 0 && typeof value === 'string' && (name === 'Fn::Sub' || name === 'Ref')) return value;
  if (others.length === 0 && name === 'Fn::GetAtt' && isList(value))
    return value.map((part) => scalarText(part) ?? '').join('.');
  return text.replaceAll(/\$\{urn:[^#}]*::([^#}]+)#(\w+)\}/g, '$1');
}
