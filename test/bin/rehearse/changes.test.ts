import { nextGeneration, plannedChanges, secondBeginning } from '../../../bin/rehearse/changes';
import type { EnvironmentPlan } from '../../../lib/plan';
import { settle } from '../../../lib/plan';
import { awsTarget, developmentEnvironment, endpoint, resolvedPlatform } from '../../helpers/platform';

const given = { platform: resolvedPlatform(), environment: 'dev', workFolder: '/rehearsal' };

test('a change that can be planned is synthesized when it is rehearsed, into a folder of its own', () => {
  const synthesized: [string, EnvironmentPlan['tier']][] = [];
  const changes = plannedChanges({
    ...given,
    synthesize: (plan, outdir) => {
      synthesized.push([outdir, plan.tier]);
      return [];
    },
  });
  expect(synthesized).toEqual([]);
  for (const change of changes) if ('aws' in change) change.aws();
  expect(synthesized.map(([outdir]) => outdir)).toEqual(
    ['revision', 'digest', 'chunking', 'dimension', 'count', 'tier'].map((name) => `/rehearsal/change-${name}`),
  );
  expect(synthesized.at(-1)?.[1]).toBe('staging');
});

test('the first length that the plan takes is rehearsed', () => {
  const lengths: unknown[] = [];
  const changes = plannedChanges({
    ...given,
    synthesize: (plan) => {
      lengths.push(plan.aws?.knowledge.bases['handbook']?.dimension.value);
      return [];
    },
  });
  const dimension = changes.find(({ name }) => name === 'dimension');
  if (dimension !== undefined && 'aws' in dimension) dimension.aws();
  expect(lengths).toEqual([512]);
});

test('a change that the plan refuses is skipped with the reason', () => {
  const platform = resolvedPlatform({
    environments: { dev: developmentEnvironment({ tier: 'staging' }) },
    endpoints: { chat: endpoint({ clouds: ['aws'], whenIdle: 'scale-to-zero' }) },
  });
  // Production refuses an endpoint without a running copy.
  const refused = plannedChanges({ ...given, platform }).find(({ name }) => name === 'tier');
  expect(refused !== undefined && 'reason' in refused ? refused.reason : '').toMatch(
    /^the plan refuses it: .*production/,
  );
});

test('without an AWS side nothing is synthesized', () => {
  for (const change of plannedChanges(given)) expect(change).not.toHaveProperty('aws');
});

describe('the second beginning', () => {
  const synthesize = (plan: EnvironmentPlan, outdir: string) => [
    { name: outdir, template: JSON.stringify(settle(plan).aws?.foundation.federation?.provider), assets: [] },
  ];

  test('takes the identity provider that stayed, and says so with a line', () => {
    const again = secondBeginning({ ...given, synthesize });
    expect(again?.line).toBe("environments.dev.aws.identityProvider 'existing'");
    expect(again?.stacks()).toMatchObject([{ name: '/rehearsal/up-again', template: '"import"' }]);
  });

  test.each([
    ['no pipeline', resolvedPlatform({ pipeline: undefined })],
    [
      'a provider that existed before',
      resolvedPlatform({
        environments: { dev: developmentEnvironment({ aws: { ...awsTarget, identityProvider: 'existing' } }) },
      }),
    ],
  ])('is as the first with %s', (_, platform) => {
    expect(secondBeginning({ ...given, platform, synthesize })).toBeUndefined();
  });
});

describe('on Azure', () => {
  const programs: NonNullable<Parameters<typeof plannedChanges>[0]['programs']> = (changed, plan, name) => [
    {
      stage: 'initialization',
      program: { root: '/', main: name, project: changed.name, stack: plan.tier, config: {} },
    },
  ];

  test('a change gets the programs of the changed platform; a tier that protects its data is only previewed', () => {
    const rows = plannedChanges({ ...given, programs }).flatMap((row) => ('reason' in row ? [] : [row]));
    expect(rows.map(({ name, azure }) => [name, azure?.[0]?.program.main])).toContainEqual(['digest', 'digest']);
    expect(rows.filter(({ azureOneWay }) => azureOneWay).map(({ name }) => name)).toEqual(['tier']);
  });

  test('the second beginning is the next generation of names', () => {
    expect(nextGeneration({ ...given, programs })?.line).toBe('environments.dev.azure.generation 2');
    const { dev } = given.platform.environments;
    const platform = {
      ...given.platform,
      environments: { dev: { tier: 'development' as const, ...(dev?.aws && { aws: dev.aws }) } },
    };
    expect(nextGeneration({ ...given, platform, programs })).toBeUndefined();
  });
});
