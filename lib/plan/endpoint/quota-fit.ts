import { quotaKeys } from '../../catalog/quota-code';
import type { Catalog, InstanceOffer } from '../../catalog/types';
import type { Cloud, Issue, Result } from '../../platform';
import { didYouMean, failure, isError, listed, nearestOf } from '../../platform';
import type { Alternative } from '../decision';
import type { SizeRequest } from '../sizing';
import { quotaKey, quotaLimit, quotaUnit } from '../sizing/quota-limits';
import type { QuotaNeed } from './endpoint-plan';

/** Quotas of an account, and their path in the spec. */
export interface AccountQuotas {
  readonly limits: Readonly<Record<string, number>>;
  readonly path: string;
}

/** A sized result, with what it needs from the quota of its offer while an update runs. */
export interface QuotaTaker {
  readonly offer: InstanceOffer;
  readonly need: QuotaNeed | undefined;
  /** What to report where it is above a limit of the service that cannot be raised. @default - it is within all limits */
  readonly overLimit?: OverLimit | undefined;
}

/** A size above a limit. */
export interface OverLimit {
  readonly text: string;
  /** The issue where no other offer is left. */
  readonly issue: Issue;
}

/**
 * Quotas for the sizing, which counts the copies for the peak. Where fewer copies run, only quotas of 0 certainly forbid an
 * instance; the others are checked against what runs.
 */
export function quotasOfSizing(
  quotas: AccountQuotas | undefined,
  runsPeak: boolean,
): Pick<SizeRequest, 'quotas' | 'quotasPath'> {
  if (quotas === undefined) return {};
  const limits = runsPeak
    ? quotas.limits
    : Object.fromEntries(Object.entries(quotas.limits).filter(([, limit]) => limit === 0));
  return { quotas: limits, quotasPath: quotas.path };
}

/**
 * Sizes until a result fits its quota, updates included, and the limits of its service. An offer that does not is removed
 * and not compared again.
 *
 * @param size - chooses among offers, with or without the quotas of the sizing
 * @returns the first result that fits and the removed offers; or the changes that would make the cheapest choices fit
 */
export function withinQuota<T extends QuotaTaker>(
  offers: readonly InstanceOffer[],
  quotas: AccountQuotas | undefined,
  size: (left: readonly InstanceOffer[], withQuotas: boolean) => Result<T>,
): Fitted<T> {
  const found = search(offers, quotas, (left) => size(left, true));
  const onlyQuotas = !found.ok && found.issues.filter(isError).every(({ code }) => code === 'QuotaExhausted');
  // The sizing does not count updates: the quota that it proposes would be too small.
  return onlyQuotas ? search(offers, quotas, (left) => size(left, false)) : found;
}

type Fitted<T> = Result<T> & { readonly denied: readonly Alternative[] };

function search<T extends QuotaTaker>(
  offers: readonly InstanceOffer[],
  quotas: AccountQuotas | undefined,
  size: (left: readonly InstanceOffer[]) => Result<T>,
): Fitted<T> {
  const denied: (OverLimit & { readonly offer: InstanceOffer })[] = [];
  let left = offers;
  for (;;) {
    const [first] = denied;
    const refused = first === undefined ? undefined : failure([withOthers(first.issue, denied)]);
    if (refused !== undefined && left.length === 0) return { ...refused, denied: [] };
    const sized = size(left);
    if (!sized.ok) return { ...(refused ?? sized), denied: [] };
    const { offer } = sized.value;
    const denial = sized.value.overLimit ?? overQuota(sized.value, quotas);
    if (denial === undefined) {
      return {
        ...sized,
        denied: denied.map((other) => ({ value: other.offer.instanceType, reason: other.text, possible: false })),
      };
    }
    denied.push({ ...denial, offer });
    left = left.filter((other) => other !== offer);
  }
}

/** Most quotas that a fix names. */
const mostQuotas = 3;

/** The issue of the cheapest choice, with the quotas that would allow the next ones. */
function withOthers(first: Issue, denied: readonly OverLimit[]): Issue {
  if (first.code !== 'QuotaExhausted') return first;
  const ways = new Set(denied.flatMap(({ issue: { code, fix } }) => (code === first.code ? (fix ?? []) : [])));
  return { ...first, fix: [...ways].slice(0, mostQuotas).join('; or ') };
}

function overQuota({ offer, need }: QuotaTaker, quotas: AccountQuotas | undefined): OverLimit | undefined {
  if (need === undefined || quotas === undefined) return undefined;
  const limits = { quotas: quotas.limits };
  const limit = quotaLimit(limits, offer);
  if (limit === undefined || need.needed <= limit) return undefined;
  return {
    text: `with its updates it needs ${need.needed} ${quotaUnit(offer)}, and the quota is ${limit}`,
    issue: {
      code: 'QuotaExhausted',
      path: `${quotas.path}.${quotaKey(limits, need.name) ?? need.name}`,
      message: `the quota of ${limit} is too small: '${need.name}' must allow ${offer.instanceType} and its updates`,
      got: limit,
      expected: `at least ${need.needed} ${quotaUnit(offer)}`,
      fix: `raise '${need.name}' in ${offer.region} to ${need.needed} for ${offer.instanceType}`,
    },
  };
}

const wholeCode =
  "write the whole code, L- and eight hexadecimal digits, or the quota's name, as Service Quotas shows them";

/**
 * Quotas of a spec that no instance of the cloud counts against.
 *
 * @param others - names of quotas that are not of instances
 */
export function quotaIssues(
  catalog: Catalog,
  cloud: Cloud,
  quotas: AccountQuotas,
  others: readonly string[] = [],
): readonly Issue[] {
  const names = new Set(catalog.instances.flatMap((row) => (row.cloud === cloud ? (row.quota ?? []) : [])));
  const known = [...new Set([...names, ...others].flatMap(quotaKeys))];
  const counted = `no instance type${others.length === 0 ? '' : ' or model'} counts against it`;
  return Object.entries(quotas.limits)
    .filter(([key]) => !known.includes(key))
    .map(([key, limit]) => {
      const near = listed(nearestOf(key, alike(key, known), mostQuotas));
      const otherwise = cloud === 'aws' && isPartOfCode(key) ? wholeCode : `use ${near}, or remove it`;
      return {
        code: 'UnknownQuota',
        path: `${quotas.path}.${key}`,
        message: `unknown quota '${key}': ${counted}`,
        got: limit,
        expected: `a quota of ${cloud}, such as ${near}`,
        fix: didYouMean(key, known, otherwise),
      };
    });
}

/** Names in which a key is written whole, where there are some; else codes for a key like a code, and words for words. */
function alike(key: string, known: readonly string[]): readonly string[] {
  const written = key.toLowerCase();
  const around = known.filter((name) => name.toLowerCase().includes(written));
  if (around.length > 0) return around;
  const ofKind = known.filter((name) => name.startsWith('L-') === written.startsWith('l-'));
  return ofKind.length > 0 ? ofKind : known;
}

/** Whether a key begins as a code of Service Quotas does, and is none. */
function isPartOfCode(key: string): boolean {
  return /^L-/i.test(key) && !/^L-[0-9A-F]{8}$/.test(key);
}
