import type { Issue } from '../../platform';
import type { AwsPlan } from '../aws/aws-plan';
import type { AzurePlan } from '../azure/azure-plan';
import type { Decision } from '../decision';
import { walkDecisions } from '../decision';
import type { EnvironmentPlan } from '../environment-plan';
import { nameRulePrefix } from './name';
import type { NamedService, NameRule } from './name-rules';
import { nameRules } from './name-rules';

interface NamedThing {
  readonly path: string;
  /** Service, place where the name must be unique, and name. */
  readonly identity: string;
  readonly decision: Decision<unknown>;
}

/**
 * Pairs of resources that would get the same name in the same place. A decision that several parts of a plan share, such
 * as a common bucket, is one resource.
 */
export function collisions(plans: readonly EnvironmentPlan[]): readonly Issue[] {
  const first = new Map<string, NamedThing>();
  return plans.flatMap(namedThings).flatMap((thing): readonly Issue[] => {
    const other = first.get(thing.identity);
    if (other === undefined) first.set(thing.identity, thing);
    if (other === undefined || other.decision === thing.decision) return [];
    return [
      {
        code: 'NameCollision',
        path: thing.path,
        message: `gets the same physical name as ${other.path}`,
        got: thing.decision.value,
        expected: 'a unique name',
        fix: 'rename one of the two keys: hyphens in keys make different parts join to the same name',
      },
    ];
  });
}

function namedThings({ environment, aws, azure }: EnvironmentPlan): readonly NamedThing[] {
  return [
    ...(aws === undefined ? [] : things(`environments.${environment}.aws`, aws, placeOnAws(aws))),
    ...(azure === undefined ? [] : things(`environments.${environment}.azure`, azure, placeOnAzure(azure))),
  ];
}

function things(
  path: string,
  plan: AwsPlan | AzurePlan,
  place: (rule: NameRule, at: string) => string,
): readonly NamedThing[] {
  return [...walkDecisions(plan, path)].flatMap(([at, decision]) => {
    const service = namedService(decision);
    if (service === undefined) return [];
    return [{ path: at, decision, identity: `${service} ${place(nameRules[service], at)} ${String(decision.value)}` }];
  });
}

function namedService(decision: Decision<unknown>): NamedService | undefined {
  const rule = decision.because[0]?.rule ?? '';
  if (!rule.startsWith(nameRulePrefix)) return undefined;
  const service = rule.slice(nameRulePrefix.length);
  return isService(service) ? service : undefined;
}

function isService(service: string): service is NamedService {
  return Object.hasOwn(nameRules, service);
}

function placeOnAws({ account, region: first, standby }: AwsPlan): (rule: NameRule, at: string) => string {
  return ({ scope }, at) => {
    const region = at.includes('.aws.standby.') ? (standby?.region ?? first) : first;
    if (scope === 'global') return 'global';
    if (scope === 'parent') return parentOf(at);
    return scope === 'account' ? account.value : `${account.value}/${region.value}`;
  };
}

function placeOnAzure({ subscription, initialization }: AzurePlan): (rule: NameRule, at: string) => string {
  return ({ scope }, at) => {
    if (scope === 'global') return 'global';
    if (scope === 'parent') return parentOf(at);
    const group = `${subscription.value}/${initialization.resourceGroupName.value}`;
    return scope === 'subscription' ? subscription.value : group;
  };
}

/** The parent of a resource, by its path in the plan: names of different parents may be equal. */
function parentOf(path: string): string {
  return path.split('.').slice(0, -2).join('.');
}
