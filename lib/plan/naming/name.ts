import { createHash } from 'node:crypto';
import type { Decision } from '../decision';
import { cite } from '../decision';
import type { NamedService, NameRule, NameScope } from './name-rules';
import { nameRules } from './name-rules';

/** The parts of a name. */
export interface NameRequest {
  readonly service: NamedService;
  /** Account and region, or subscription, of the resource: it distinguishes equal names in the hash. */
  readonly owner: string;
  /** Platform, environment and what distinguishes the resource in them, most general first. */
  readonly parts: readonly string[];
}

const hashLength = 8;
/** Fewest characters of a shortened platform name: AI Search forbids a hyphen in the first two. */
const shortestPlatform = 2;

const where: Readonly<Record<NameScope, string>> = {
  account: 'in an account',
  'account-and-region': 'in an account and region',
  subscription: 'in a subscription',
  'resource-group': 'in a resource group',
  parent: 'in their parent',
  global: 'in the world',
};

/** Prefix of the rule ids of physical names: decisions with it are checked for collisions. */
export const nameRulePrefix = 'name.';

/**
 * The physical name of a resource: its parts, joined by the separator of the service. Where the service needs a globally
 * unique name, and where the parts are too long or too short, eight hexadecimal digits of a hash over owner and all parts
 * follow, so that a shortened name is unique. The platform's name is shortened first: environment and key say more.
 */
export function physicalName({ service, owner, parts }: NameRequest): Decision<string> {
  const rule: NameRule = nameRules[service];
  const plain = join(rule, parts);
  const fits = plain.length >= rule.min && plain.length <= rule.max;
  const value = fits && rule.scope !== 'global' ? plain : withHash(rule, parts, hashOf(owner, service, ...parts));
  const limits = `${service} names have ${rule.min} to ${rule.max} characters and are unique ${where[rule.scope]}`;
  return cite(value, `${nameRulePrefix}${service}`, `${limits}: ${how(rule, parts, fits)}`, rule);
}

/** The first eight hexadecimal digits of SHA-256 over the parts. */
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
