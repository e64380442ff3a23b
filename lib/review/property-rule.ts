import type { ResourceNode } from '../graph';
import { unversionedType } from '../graph/pulumi/unversioned-type';
import { messageOf } from '../messages';
import type { Violation } from './finding';
import type { GraphIndex } from './graph-index';
import type { Known, Place } from './known';
import { placesAt, unknown } from './known';
import { isList, isMap } from './policy';
import type { Rule, RuleFacts } from './rule';

/** What the value of a property must be. */
type Requirement =
  | { readonly is: readonly (string | boolean)[] }
  | { readonly isNot: readonly (string | boolean)[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  /** A list of at least so many items. */
  | { readonly items: number }
  /** Any value, also one that a function gives, but no empty list or object. */
  | { readonly set: true }
  /** No value, but a function may give one. */
  | { readonly absent: true };

/** A property of some types. */
export interface PropertyCheck {
  readonly types: readonly string[];
  /** Dotted; `*` stands for every item of a list. */
  readonly path: string;
  readonly must: Requirement;
  /** Whether an absent property is right. @default false, true with `isNot`, `atMost` and `absent` */
  readonly mayBeAbsent?: boolean;
  /** Whether texts are compared without case, as Azure Resource Manager does. @default false */
  readonly ignoreCase?: boolean;
  /** The resources that are judged. @default - all of the types */
  readonly where?: (node: ResourceNode, graph: GraphIndex) => boolean;
  /** Lower case, no final period. @default - what the property is */
  readonly message?: string;
}

/** A rule whose checks are rows. */
export interface PropertyRule extends Rule {
  readonly checks: readonly PropertyCheck[];
}

/**
 * A rule about one property, or about the properties that say the same on several types. A value that is not known is never
 * a violation.
 *
 * @example
 * propertyRule(facts, [{ types: ['AWS::KMS::Key'], path: 'EnableKeyRotation', must: { is: [true] } }])
 */
export function propertyRule(facts: RuleFacts, checks: readonly PropertyCheck[]): PropertyRule {
  const fix = fixOf(facts.code);
  return {
    ...facts,
    checks,
    types: [...new Set(checks.flatMap(({ types }) => types))],
    check: (node, _context, graph) =>
      checks
        .filter(({ types, where }) => types.includes(unversionedType(node.type)) && (where?.(node, graph) ?? true))
        .flatMap((one) => violationsOf(one, node, fix)),
  };
}

/** The fix of the registry, as a finding says it. */
export function fixOf(code: RuleFacts['code']): string {
  const { fix } = messageOf(code);
  return `${fix.slice(0, 1).toLowerCase()}${fix.slice(1).replace(/\.$/, '')}`;
}

function violationsOf(one: PropertyCheck, node: ResourceNode, fix: string): readonly Violation[] {
  return placesAt(node.properties, one.path)
    .filter(({ path }) => !isMarkedUnknown(node, path))
    .filter(({ values }) => values.every((value) => violates(value, one)))
    .map((place) => ({ path: place.path, message: one.message ?? described(place, one), fix }));
}

/** Whether the reader of the graph says that a value on the way is known after the deployment only. */
function isMarkedUnknown({ unknown: paths }: ResourceNode, path: string): boolean {
  return paths?.some((one) => path === one || path.startsWith(`${one}.`)) ?? false;
}

function violates(value: Known, { must, mayBeAbsent, ignoreCase = false }: PropertyCheck): boolean {
  if ('absent' in must) return value !== undefined && value !== unknown;
  if (value === undefined) return !(mayBeAbsent ?? ('isNot' in must || 'atMost' in must));
  if ('set' in must) return isEmpty(value);
  if (value === unknown) return false;
  if ('items' in must) return isList(value) && value.length < must.items;
  if ('is' in must) return !must.is.some((one) => same(one, value, ignoreCase));
  if ('isNot' in must) return must.isNot.some((one) => same(one, value, ignoreCase));
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return 'atLeast' in must ? number < must.atLeast : number > must.atMost;
}

function isEmpty(value: Known): boolean {
  if (value === unknown) return false;
  return value === '' || (isList(value) && value.length === 0) || (isMap(value) && Object.keys(value).length === 0);
}

/** CloudFormation takes a text for a boolean, and a number for a text. */
function same(wanted: string | boolean, value: Known, ignoreCase: boolean): boolean {
  if (wanted === value || (typeof value === 'number' && wanted === String(value))) return true;
  if (typeof value !== 'string' || !(ignoreCase || typeof wanted === 'boolean')) return false;
  return value.toLowerCase() === String(wanted).toLowerCase();
}

function described({ path, values }: Place, { must }: PropertyCheck): string {
  const name = path.split('.').findLast((step) => !/^\d+$/.test(step)) ?? path;
  const [value] = values;
  if (value === undefined || 'set' in must) return `${name} is not set`;
  if (value === unknown || 'absent' in must) return `${name} is set`;
  if ('items' in must) return `${name} has ${isList(value) ? value.length : 0} of at least ${must.items}`;
  const given = `${name} is ${typeof value === 'object' ? 'something else' : JSON.stringify(value)}`;
  if ('atLeast' in must) return `${given}, at least ${must.atLeast} are expected`;
  return 'atMost' in must ? `${given}, at most ${must.atMost} is expected` : given;
}
