import fc from 'fast-check';
import type { EnvironmentPlan } from '../../../lib/plan';
import { canonicalJson, isDecision, plan, planAll, walkDecisions } from '../../../lib/plan';
import type { PlatformSpec, ResolvedPlatform } from '../../../lib/platform';
import { catalog } from '../../helpers/catalog';
import { environmentPlan } from '../../helpers/plan';
import { awsTarget, azureTarget, endpoint, platform, resolvedPlatform } from '../../helpers/platform';

function plans(spec: ResolvedPlatform): Readonly<Record<string, EnvironmentPlan>> {
  const planned = planAll(spec, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues, null, 2));
  return planned.value;
}

/** Paths at which two plans differ. */
function differences(before: EnvironmentPlan, after: EnvironmentPlan): readonly string[] {
  const old = new Map([...walkDecisions(before)].map(([path, decision]) => [path, canonicalJson(decision)]));
  const now = new Map([...walkDecisions(after)].map(([path, decision]) => [path, canonicalJson(decision)]));
  return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
}

const key = fc.stringMatching(/^[a-z]{3,12}$/).filter((word) => !['dev', 'prod', 'chat'].includes(word));

test('gives the same bytes for the same platform and catalogue, whatever order entries are written in', () => {
  const spec = platform({ endpoints: { chat: endpoint(), other: endpoint() } });
  const reversed = Object.fromEntries(
    Object.entries(spec)
      .toReversed()
      .map(([section, value]) => [
        section,
        ['models', 'endpoints', 'knowledge', 'tuning'].includes(section)
          ? Object.fromEntries(Object.entries(value as object).toReversed())
          : value,
      ]),
  ) as unknown as PlatformSpec;
  expect(canonicalJson(plans(resolvedPlatform(reversed)))).toBe(canonicalJson(plans(resolvedPlatform(spec))));
});

test('plans an environment alone as it plans it among all', () => {
  const all = plans(resolvedPlatform());
  for (const environment of ['dev', 'prod']) {
    expect(canonicalJson(environmentPlan({}, environment))).toBe(canonicalJson(all[environment]));
  }
});

test('adding an environment changes nothing in others but the readers of what it promotes from', () => {
  const before = plans(resolvedPlatform());
  fc.assert(
    fc.property(key, fc.constantFrom('dev', 'prod'), fc.boolean(), (name, from, sameAccount) => {
      const account = sameAccount ? awsTarget.account : '444444444444';
      const { environments } = platform();
      const after = plans(
        resolvedPlatform({
          environments: {
            ...environments,
            [name]: {
              tier: 'staging',
              promotesFrom: from,
              gates: { waived: true, reason: 'a property' },
              aws: { account, region: 'eu-central-1', cidr: '10.40.0.0/16' },
              azure: { ...azureTarget, cidr: '10.41.0.0/16' },
            },
          },
        }),
      );
      for (const environment of ['dev', 'prod']) {
        const changed = differences(before[environment] ?? fail(), after[environment] ?? fail());
        expect(changed).toEqual(
          environment === from
            ? ['aws.integration.consumerAccounts', 'aws.integration.modelPackageGroups.chat.consumerAccounts']
            : [],
        );
      }
    }),
    { numRuns: 25 },
  );
});

test('adding an endpoint changes nothing but the list of hand-offs and the users of its weights', () => {
  const before = environmentPlan();
  fc.assert(
    fc.property(key, (name) => {
      const after = environmentPlan({ endpoints: { chat: endpoint(), [name]: endpoint() } });
      const others = differences(before, after).filter((path) => !path.includes(`.endpoints.${name}.`));
      expect(others.filter((path) => !path.includes(`/image/${name}.`))).toEqual([
        'assets.aws/weights/chat.usedBy',
        'assets.azure/weights/chat.usedBy',
        'aws.handOffs',
      ]);
    }),
    { numRuns: 25 },
  );
});

test('runs the same machine with the same arguments in every tier, however high the peak', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (peakConcurrency) => {
      const traffic = { peakConcurrency, inputTokens: 1000, outputTokens: 200 };
      const planned = plans(resolvedPlatform({ endpoints: { chat: endpoint({ traffic }) } }));
      const [dev, prod] = ['dev', 'prod'].map((environment) => {
        const aws = planned[environment]?.aws?.deployment.endpoints.chat;
        const azure = planned[environment]?.azure?.deployment.endpoints.chat;
        return [aws?.instanceType, aws?.environment, azure?.instanceType, azure?.environment].map(
          (decision) => decision?.value,
        );
      });
      expect(dev).toEqual(prod);
    }),
    { numRuns: 20 },
  );
});

test('plans every entry of the spec or reports it', () => {
  const { aws, azure } = environmentPlan();
  expect(Object.keys(aws?.deployment.endpoints ?? {})).toEqual(['chat']);
  expect(Object.keys(azure?.deployment.endpoints ?? {})).toEqual(['chat']);
  expect(Object.keys(aws?.knowledge.bases ?? {})).toEqual(['handbook']);
  expect(Object.keys(azure?.deployment.search ?? {})).toEqual(['handbook']);
  expect(Object.keys(azure?.deployment.models ?? {})).toEqual(['embed-azure', 'frontier']);
  expect(Object.keys(aws?.tuning.jobs ?? {})).toEqual(['chat-lora']);
  expect(Object.keys(aws?.integration.modelPackageGroups ?? {})).toEqual(['chat']);
});

test('gives a reason with words for every value, and none of them is "default"', () => {
  const decisions = Object.values(plans(resolvedPlatform())).flatMap((planned) => [...walkDecisions(planned)]);
  expect(decisions.length).toBeGreaterThan(150);
  for (const [path, { because, rejected }] of decisions) {
    expect([path, because.length]).not.toEqual([path, 0]);
    for (const { rule, text } of because) {
      expect([path, rule]).toEqual([path, expect.stringMatching(/^[a-z-]+\.[a-z0-9-]+$/)]);
      expect([path, text]).toEqual([path, expect.not.stringMatching(/\b([Dd]efault|undefined|NaN)\b/)]);
      expect([path, text.length > 15]).toEqual([path, true]);
    }
    expect([path, rejected.every(({ value, reason }) => value !== '' && reason !== '')]).toEqual([path, true]);
  }
});

test('holds no bare value below the description of the environment', () => {
  const { schema, platform: name, environment, tier, assets, ...decided } = environmentPlan();
  expect([schema, name, environment, tier]).toEqual(['llmops-kit/plan/v1', 'support', 'dev', 'development']);
  expect(bareValues(decided)).toEqual([]);
  // Name, kind and cloud of an asset are its key.
  expect(bareValues(assets).filter((path) => !/\.(id|kind|cloud)$/.test(path))).toEqual([]);
});

function bareValues(tree: unknown, path = ''): readonly string[] {
  if (isDecision(tree)) return [];
  if (typeof tree !== 'object' || tree === null) return [path];
  return Object.entries(tree).flatMap(([name, value]) => bareValues(value, `${path}.${name}`));
}

test('plans a thousand endpoints without losing one', () => {
  const endpoints = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`chat-${index}`, endpoint({ clouds: ['aws'] })]),
  );
  const planned = plan(resolvedPlatform({ endpoints }), 'prod', catalog);
  expect(planned.ok && Object.keys(planned.value.aws?.deployment.endpoints ?? {}).length).toBe(1000);
});

function fail(): never {
  throw new Error('the environment is planned');
}
