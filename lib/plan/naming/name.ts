import { createHash } from 'node:crypto';
import type { Decision } from '../decision';
import { cite } from '../decision';
import type { NamedService, NameRule, NameScope } from './name-rules';
import { nameRules } from './name-rules';

/** What a name is made of. */
export interface NameRequest {
  readonly service: NamedService;
  /** Account or subscription that will own the thing: what tells apart equal names of different owners. */
  readonly owner: string;
  /** Platform, environment and whatever distinguishes the thing inside them, most general first. */
  readonly parts: readonly string[];
}

const hashLength = 8;
/** What a cut leaves of the platform's name at least: AI Search takes no hyphen among the first two characters. */
const shortestPlatform = 2;

const where: Readonly<Record<NameScope, string>> = {
  account: 'in an account',
  'account-and-region': 'in an account and region',
  subscription: 'in a subscription',
  'resource-group': 'in a resource group',
  parent: 'in their parent',
  global: 'in the world',
};

/** Rule id of a physical name; collisions are looked for among decisions with one. */
export const nameRulePrefix = 'name.';

/**
 * The physical name of a thing: its parts in the service's separator. Where the service wants a name no one else in the
 * world has, and where the parts are too long or too short, eight hexadecimal digits of a hash over owner and all parts
 * follow, so that a cut name is still the only one of its kind. The platform's name is cut first: environment and key
 * tell a reader more.
 */
export function physicalName({ service, owner, parts }: NameRequest): Decision<string> {
  const rule: NameRule = nameRules[service];
  const plain = join(rule, parts);
  const fits = plain.length >= rule.min && plain.length <= rule.max;
  const value = fits && rule.scope !== 'global' ? plain : withHash(rule, parts, hashOf(owner, service, ...parts));
  const limits = `${service} names have ${rule.min} to ${rule.max} characters and are unique ${where[rule.scope]}`;
  return cite(value, `${nameRulePrefix}${service}`, `${limits}: ${how(rule, parts, fits)}`, rule);
}

/** Eight hexadecimal digits that stand for some text. */
export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, hashLength);
}

function join(rule: NameRule, parts: readonly string[]): string {
  const written = rule.separator === '' ? parts.map((part) => part.replaceAll('-', '')) : parts;
  return `${rule.prefix ?? ''}${written.join(rule.separator)}`;
}

function withHash(rule: NameRule, parts: readonly string[], hash: string): string {
  const room = rule.max - hash.length - rule.separator.length;
  const excess = Math.max(0, join(rule, parts).length - room);
  const [platform = '', ...rest] = rule.separator === '' ? parts.map((part) => part.replaceAll('-', '')) : parts;
  const shortened = join(rule, [
    platform.slice(0, Math.max(shortestPlatform, platform.length - excess)).replace(/-$/, ''),
    ...rest,
  ]);
  return `${shortened.slice(0, room).replace(/[-/]+$/, '')}${rule.separator}${hash}`;
}

function how(rule: NameRule, parts: readonly string[], fits: boolean): string {
  const base = `${parts.join(', ')} joined by ${rule.separator === '' ? 'nothing' : `'${rule.separator}'`}`;
  if (rule.scope === 'global') return `${base}, with a hash over owner and parts because the name is global`;
  return fits ? base : `${base}, with a hash over owner and parts because the length does not fit`;
}
