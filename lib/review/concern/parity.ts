import type { PropertyValue, ResourceGraph, ResourceNode } from '../../graph';
import type { EnvironmentPlan } from '../../plan';
import { decisionsIn } from '../change/decisions';
import { listOf, valueAt } from '../policy';
import type { Concern } from '../report/review';
import type { ConcernFamily } from './concern';
import { inWords, isFalse, isTrue, numberOf } from './values';

/** What both clouds of an environment have of one thing, in the same words. */
type Sides = ReadonlyMap<string, { readonly aws: string; readonly azure: string }>;

/**
 * What differs between the clouds of one environment after the change and did not differ so before: strengths of content filters,
 * retention of logs, and models, versions and limits of endpoints that both clouds have. Prompts and tools are not compared: the
 * graph does not say which of them belong together.
 */
export const parity: ConcernFamily = {
  ofGraphs({ base, next, context: { plans } }): readonly Concern[] {
    const environments = [...new Set(next.map(({ environment }) => environment))].toSorted();
    return environments.flatMap((environment) => {
      const before = sidesOf(base, plans?.before, environment);
      const after = sidesOf(next, plans?.after, environment);
      return [...after].flatMap(([what, { aws, azure }]): readonly Concern[] => {
        const former = before.get(what);
        if (aws === azure || (former?.aws === aws && former.azure === azure)) return [];
        return [
          {
            code: 'ParityBroken',
            level: 'warning',
            environment,
            cloud: 'aws',
            address: '',
            path: '',
            message: `${what} differs between the clouds: ${aws} on AWS, ${azure} on Azure`,
            before: former === undefined ? 'not on both clouds' : `${former.aws} on AWS, ${former.azure} on Azure`,
            after: `${aws} on AWS, ${azure} on Azure`,
            fix: 'change both clouds, or accept the difference with a reason',
          },
        ];
      });
    });
  },
};

function sidesOf(graph: ResourceGraph, plans: readonly EnvironmentPlan[] | undefined, environment: string): Sides {
  const nodes = graph.filter((node) => node.environment === environment);
  const [aws, azure] = [nodes.filter(({ cloud }) => cloud === 'aws'), nodes.filter(({ cloud }) => cloud === 'azure')];
  const plan = plans?.find((one) => one.environment === environment);
  return new Map([
    ...together(bedrockFilters(aws), azureFilters(azure), 'not set'),
    ...together(
      retentionOf(aws, 'AWS::Logs::LogGroup', 'RetentionInDays'),
      retentionOf(azure, 'azure-native:operationalinsights:Workspace', 'retentionInDays'),
    ),
    ...(plan === undefined ? [] : endpointsOf(plan)),
  ]);
}

/**
 * Pairs of what both sides have.
 * @param otherwise what a side has that lacks one thing of several. @default - what one side alone has is no pair
 */
function together(
  aws: ReadonlyMap<string, string>,
  azure: ReadonlyMap<string, string>,
  otherwise?: string,
): readonly (readonly [string, { readonly aws: string; readonly azure: string }])[] {
  if (aws.size === 0 || azure.size === 0) return [];
  return [...new Set([...aws.keys(), ...azure.keys()])].toSorted().flatMap((what) => {
    const [left, right] = [aws.get(what) ?? otherwise, azure.get(what) ?? otherwise];
    return left === undefined || right === undefined ? [] : [[what, { aws: left, azure: right }] as const];
  });
}

const strengths: readonly string[] = ['off', 'low', 'medium', 'high'];

/** Categories that both clouds have, by their names there. */
const categories: Readonly<Record<string, string>> = {
  hate: 'hate',
  sexual: 'sexual',
  violence: 'violence',
  prompt_attack: 'prompt attack',
  jailbreak: 'prompt attack',
};

/** The weakest filter of each category and direction over every guardrail: the one that a caller may meet. */
function weakest(found: readonly (readonly [string, number])[]): ReadonlyMap<string, string> {
  const least = new Map<string, number>();
  for (const [what, strength] of found) least.set(what, Math.min(least.get(what) ?? strength, strength));
  return new Map([...least].map(([what, strength]) => [what, strengths[strength] ?? 'off']));
}

function bedrockFilters(nodes: ResourceGraph): ReadonlyMap<string, string> {
  const filters = nodes
    .filter(({ type }) => type === 'AWS::Bedrock::Guardrail')
    .flatMap(({ properties }) => listOf(valueAt(properties.ContentPolicyConfig, 'FiltersConfig')));
  return weakest(
    filters.flatMap((filter) => {
      const category = categoryOf(valueAt(filter, 'Type'));
      if (category === undefined) return [];
      return (['Input', 'Output'] as const)
        .filter((side) => category !== 'prompt attack' || side === 'Input')
        .map((side) => {
          const off = isFalse(valueAt(filter, `${side}Enabled`)) || valueAt(filter, `${side}Action`) === 'NONE';
          const strength = strengths.indexOf(inWords(valueAt(filter, `${side}Strength`)).toLowerCase());
          return [filterName(category, side), off ? 0 : Math.max(strength, 0)] as const;
        });
    }),
  );
}

/** Azure names the severity from which a filter blocks: the lower it is, the stronger the filter. */
function azureFilters(nodes: ResourceGraph): ReadonlyMap<string, string> {
  const bySeverity: readonly string[] = ['high', 'medium', 'low'];
  const filters = nodes
    .filter(({ type }) => type === 'azure-native:cognitiveservices:RaiPolicy')
    .flatMap(({ properties }) => listOf(valueAt(properties.properties, 'contentFilters') ?? properties.contentFilters));
  return weakest(
    filters.flatMap((filter) => {
      const category = categoryOf(valueAt(filter, 'name'));
      if (category === undefined) return [];
      const side = /completion/i.test(inWords(valueAt(filter, 'source'))) ? 'Output' : 'Input';
      const blocks = isTrue(valueAt(filter, 'blocking')) && !isFalse(valueAt(filter, 'enabled'));
      const threshold = valueAt(filter, 'severityThreshold');
      // A filter without severities is on or off.
      const strength = threshold === undefined ? 3 : 1 + bySeverity.indexOf(inWords(threshold).toLowerCase());
      return [[filterName(category, side), blocks ? strength : 0] as const];
    }),
  );
}

function categoryOf(name: PropertyValue | undefined): string | undefined {
  const key = inWords(name).toLowerCase();
  return Object.hasOwn(categories, key) ? categories[key] : undefined;
}

function filterName(category: string, side: 'Input' | 'Output'): string {
  return `the content filter ${category} of ${side.toLowerCase()}`;
}

/** The shortest retention of logs. */
function retentionOf(nodes: ResourceGraph, type: string, property: string): ReadonlyMap<string, string> {
  const days = nodes.flatMap((node: ResourceNode) =>
    node.type === type ? (numberOf(node.properties[property]) ?? []) : [],
  );
  return days.length === 0 ? new Map() : new Map([['the shortest retention of logs', `${Math.min(...days)} days`]]);
}

/** Decisions of an endpoint that mean the same on both clouds. */
const alike = /(?:^|\.)(?:model|modelId|revision|modelRevision|dtype|maxModelLen|contextTokens|adapters|version)$/;

function endpointsOf({ aws, azure }: EnvironmentPlan): readonly (readonly [string, { aws: string; azure: string }])[] {
  const theirs: Readonly<Record<string, object>> = azure?.deployment.endpoints ?? {};
  return Object.entries(aws?.deployment.endpoints ?? {}).flatMap(([name, endpoint]) => {
    const other = Object.hasOwn(theirs, name) ? theirs[name] : undefined;
    if (other === undefined) return [];
    const decisions = decisionsIn(other);
    return [...decisionsIn(endpoint)].flatMap(([path, { value }]) => {
      const found = decisions.get(path);
      if (found === undefined || !alike.test(path)) return [];
      return [[`${path} of the endpoint ${name}`, { aws: textOf(value), azure: textOf(found.value) }] as const];
    });
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
