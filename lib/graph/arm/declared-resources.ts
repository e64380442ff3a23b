import { asList, asRecord, asText, isRecord } from '../json';
import type { Path } from '../text/text-problem';
import type { ArmValue } from './arm-value';
import { written } from './arm-value';
import { copyCount, inCopy } from './copies';
import { evaluated } from './evaluate';
import { nameSegments } from './resource-name';
import type { Scope } from './scope';

/** One instance of a resource that a template declares. */
export interface DeclaredResource {
  readonly raw: Readonly<Record<string, unknown>>;
  /** Provider with its types, those of the parents included. */
  readonly type: string;
  readonly names: readonly ArmValue[];
  /** Symbolic name; of an instance of a loop with its index. @default - the language has none */
  readonly symbol?: string;
  /** Keys under which expressions refer to the loop as a whole: symbolic name, name of the loop. */
  readonly groups: readonly string[];
  /** Key of the instances of a serial loop that are deployed right before this one. @default - of no loop, or of the first batch */
  readonly after?: string;
  /** Scope of its expressions: with the index of its loop. */
  readonly scope: Scope;
  /** Steps to the resource from the top of the document. */
  readonly path: Path;
  /** `condition` or `copy`, where it is not known whether, or how often, the resource is deployed. */
  readonly open: readonly string[];
}

/** A resource around others that are written within it. */
interface Parent {
  readonly type: string;
  readonly names: readonly ArmValue[];
}

/**
 * Every instance of every resource of a template: loops are run, and resources within others get the type and the name of
 * their parents. Left out are those that exist already, and those whose condition is false.
 *
 * @param wanted whether resources of a type are wanted, those within them included
 */
export function declaredResources(
  template: Readonly<Record<string, unknown>>,
  scope: Scope,
  path: Path,
  wanted: (type: string) => boolean,
): readonly DeclaredResource[] {
  return within(template['resources'], { scope, path: [...path, 'resources'], wanted });
}

interface Surroundings {
  readonly scope: Scope;
  readonly path: Path;
  readonly wanted: (type: string) => boolean;
  readonly parent?: Parent;
}

function within(resources: unknown, around: Surroundings): readonly DeclaredResource[] {
  const { path } = around;
  // Version 2 of the language names its resources, version 1 lists them.
  if (isRecord(resources)) {
    return Object.entries(resources).flatMap(([symbol, raw]) =>
      instances(asRecord(raw), { ...around, path: [...path, symbol] }, symbol),
    );
  }
  return asList(resources).flatMap((raw, index) => instances(asRecord(raw), { ...around, path: [...path, index] }));
}

function instances(
  raw: Readonly<Record<string, unknown>>,
  around: Surroundings,
  symbol?: string,
): readonly DeclaredResource[] {
  if (raw['existing'] === true) return [];
  if (around.parent === undefined && !around.wanted(declaredType(raw))) return [];
  const { copy } = raw;
  if (!isRecord(copy)) return instance(raw, around, symbol === undefined ? {} : { symbol });
  const name = asText(copy['name']) ?? '';
  const count = copyCount(copy, around.scope);
  const groups = [name, symbol ?? ''].filter((group) => group !== '');
  if (count === undefined) {
    const each = symbol === undefined ? {} : { symbol: `${symbol}[*]` };
    return instance(raw, around, { ...each, groups, open: ['copy'] });
  }
  return Array.from({ length: count }, (_, index) => {
    const each = symbol === undefined ? {} : { symbol: `${symbol}[${index}]` };
    const order = serialOrder(copy, name, index);
    const given = { ...each, ...order, groups: [...groups, ...order.groups] };
    return instance(raw, { ...around, scope: inCopy(around.scope, name, index) }, given);
  }).flat();
}

type Given = Partial<Pick<DeclaredResource, 'symbol' | 'groups' | 'after' | 'open'>>;

/** The batch of an instance of a serial loop, and the one that it waits for. Source: that of the limit of loops. */
function serialOrder(
  copy: Readonly<Record<string, unknown>>,
  name: string,
  index: number,
): Pick<DeclaredResource, 'groups' | 'after'> {
  const { batchSize } = copy;
  if (asText(copy['mode'])?.toLowerCase() !== 'serial') return { groups: [] };
  const batch = Math.floor(index / (typeof batchSize === 'number' && batchSize >= 1 ? batchSize : 1));
  const key = (number: number): string => `${name.toLowerCase()}[batch ${number}]`;
  return { groups: [key(batch)], ...(batch === 0 ? {} : { after: key(batch - 1) }) };
}

function instance(
  raw: Readonly<Record<string, unknown>>,
  around: Surroundings,
  given: Given,
): readonly DeclaredResource[] {
  const scope: Scope = { ...around.scope, references: new Set() };
  const condition = raw['condition'] === undefined ? true : evaluated(raw['condition'], scope);
  if (condition === false || condition === 'false' || condition === 'False') return [];
  const { parent } = around;
  const declared = declaredType(raw);
  const type = parent === undefined ? declared : `${parent.type}/${declared}`;
  const own = nameSegments(raw['name'], segments(type) - (parent?.names.length ?? 0), scope);
  const names = [...(parent?.names ?? []), ...own];
  const resource: DeclaredResource = {
    raw,
    type,
    names,
    scope,
    path: around.path,
    groups: given.groups ?? [],
    ...(given.after === undefined ? {} : { after: given.after }),
    open: [...(given.open ?? []), ...(condition === true ? [] : ['condition'])],
    ...(given.symbol === undefined ? {} : { symbol: given.symbol }),
  };
  const children = within(raw['resources'], {
    ...around,
    scope,
    path: [...around.path, 'resources'],
    parent: { type, names },
  });
  return [resource, ...children];
}

/** A type without the API version that extensions write into it. */
function declaredType(raw: Readonly<Record<string, unknown>>): string {
  return (asText(raw['type']) ?? '').replace(/@.*$/, '');
}

/** Segments of the name that a type requires: one for each part after the provider. */
function segments(type: string): number {
  return Math.max(1, type.split('/').length - 1);
}

/** A name as text: the expression in brackets where it is not known. */
export function nameText(names: readonly ArmValue[]): string {
  return names.map((name) => (typeof name === 'string' ? name : `[${written(name)}]`)).join('/');
}
