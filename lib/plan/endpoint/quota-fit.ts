import { quotaKeys } from '../../catalog/quota-code';
import type { Catalog, InstanceOffer } from '../../catalog/types';
import type { Cloud, Issue, Result } from '../../platform';
import { failure, isError, listed, nearest } from '../../platform';
import type { Alternative } from '../decision';
import type { SizeRequest } from '../sizing';
import { quotaKey, quotaLimit, quotaUnit } from '../sizing/quota-limits';
import type { QuotaNeed } from './endpoint-plan';

/** What an account may run, and where the spec says so. */
export interface AccountQuotas {
  readonly limits: Readonly<Record<string, number>>;
  readonly path: string;
}

/** Something sized, with what it takes from the quota of its offer while an update runs. */
export interface QuotaTaker {
  readonly offer: InstanceOffer;
  readonly need: QuotaNeed | undefined;
  /** A limit of the service that no request raises. @default - it keeps them */
  readonly overLimit?: OverLimit | undefined;
}

/** More than a service does at all. */
export interface OverLimit {
  readonly text: string;
  /** What to report when no other offer is left. */
  readonly issue: Issue;
}

/**
 * Quotas the sizing applies. It counts the copies that carry the peak; where fewer run, only quotas of nothing are certain
 * to forbid an instance, and the others are checked against what runs.
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
 * Sizes until a result fits its quota with its updates, and the limits of its service: what does not is taken out of the
 * offers and weighed no more.
 *
 * @param size - chooses among offers, and leaves out those the quotas of the sizing forbid when it is told to
 * @returns the first that fits and what was taken out; or what would have to change for the cheapest choices
 */
export function withinQuota<T extends QuotaTaker>(
  offers: readonly InstanceOffer[],
  quotas: AccountQuotas | undefined,
  size: (left: readonly InstanceOffer[], withQuotas: boolean) => Result<T>,
): Fitted<T> {
  const found = search(offers, quotas, (left) => size(left, true));
  const onlyQuotas = !found.ok && found.issues.filter(isError).every(({ code }) => code === 'QuotaExhausted');
  // The sizing knows no updates: what it would have a quota raised to is too little.
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

/** Quotas named in one fix. */
const mostQuotas = 3;

/** The issue of the cheapest choice, with the quotas that would let the next ones run. */
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
    text: `with its updates it takes ${need.needed} ${quotaUnit(offer)} of a quota of ${limit}`,
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

/** Quotas a spec names and no instance of the cloud takes. */
export function quotaIssues(catalog: Catalog, cloud: Cloud, quotas: AccountQuotas | undefined): readonly Issue[] {
  if (quotas === undefined) return [];
  const names = new Set(catalog.instances.flatMap((row) => (row.cloud === cloud ? (row.quota ?? []) : [])));
  const known = new Set([...names].flatMap(quotaKeys));
  return Object.entries(quotas.limits)
    .filter(([key]) => !known.has(key))
    .map(([key, limit]) => {
      const meant = nearest(key, known);
      return {
        code: 'UnknownQuota',
        path: `${quotas.path}.${key}`,
        message: `no instance in the catalogue takes the quota '${key}', so it would forbid nothing`,
        got: limit,
        expected: `a quota of ${cloud}: ${listed(known)}`,
        fix: meant === undefined ? `use ${listed(known)}` : `did you mean '${meant}'?`,
      };
    });
}
