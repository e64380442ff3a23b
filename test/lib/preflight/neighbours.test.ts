import { catalog } from '../../../lib/catalog';
import { plan, settle } from '../../../lib/plan';
import { resolve } from '../../../lib/platform';
import type { QuotaShare } from '../../../lib/preflight/neighbours';
import { quotaDemand } from '../../../lib/preflight/neighbours';
import type { RecordedAnswer } from '../../cases/preflight/recorded';
import { configOf } from '../../cases/preflight/recorded';
import type { ReportInput } from '../../cases/preflight/report';
import { reportOf } from '../../cases/preflight/report';

type Cloud = ReportInput['cloud'];

/** The platform of the recorded failures with a second environment beside `dev`. */
function withNext(cloud: Cloud, place: object = {}): ReportInput['input']['config'] {
  const base = {
    aws: { account: '111111111111', region: 'eu-central-1', cidr: '10.30.0.0/16' },
    azure: {
      tenant: '00000000-0000-4000-8000-000000000001',
      subscription: '00000000-0000-4000-8000-0000000000d1',
      location: 'swedencentral',
      cidr: '10.31.0.0/16',
    },
  }[cloud];
  return { environments: { next: { tier: 'development', [cloud]: { ...base, ...place } } } };
}

function planOf(cloud: Cloud, environment: string) {
  const platform = resolve(configOf({ cloud, input: { config: withNext(cloud), answers: [], policies: [] } }));
  if (!platform.ok) throw new Error(JSON.stringify(platform.issues));
  const planned = plan(platform.value, environment, catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  return settle(planned.value);
}

async function outcomesOf(
  cloud: Cloud,
  check: string,
  answers: readonly RecordedAnswer[],
  place: object = {},
): Promise<readonly string[]> {
  const input = { config: withNext(cloud, place), answers: [...answers], policies: [] };
  const { outcomes } = await reportOf({ cloud, input });
  return outcomes.filter((one) => one.check === check).map(({ kind }) => kind);
}

test.each<readonly [string, readonly Pick<QuotaShare, 'need' | 'inUse' | 'whenDeployed'>[], number, number, number]>([
  ['nothing is deployed', [{ need: 4, inUse: 0, whenDeployed: 2 }], 0, 4, 4],
  ['it is deployed', [{ need: 4, inUse: 2, whenDeployed: 2 }], 2, 4, 4],
  ['others use some', [{ need: 4, inUse: 2, whenDeployed: 2 }], 5, 7, 7],
  ['less is used than was thought', [{ need: 4, inUse: 2, whenDeployed: 2 }], 1, 4, 4],
  ['whether it is deployed is not known', [{ need: 4, inUse: undefined, whenDeployed: 2 }], 2, 4, 6],
  [
    'two environments, one deployed',
    [
      { need: 4, inUse: 0, whenDeployed: 2 },
      { need: 4, inUse: 2, whenDeployed: 2 },
    ],
    2,
    8,
    8,
  ],
])('%s', (_what, shares, used, least, most) => {
  expect(
    quotaDemand(
      shares.map((share) => ({ environment: 'e', ...share })),
      used,
    ),
  ).toEqual({ least, most });
});

describe('endpoints of one account and region', () => {
  const [dev, next] = ['dev', 'next'].map((environment) => {
    const endpoint = planOf('aws', environment).aws?.deployment.endpoints['chat'];
    return { name: endpoint?.endpointName ?? '', need: endpoint?.quota?.needed ?? 0 };
  });
  const need = dev?.need ?? 0;
  const both = need + (next?.need ?? 0);
  const names = { dev: dev?.name ?? '', next: next?.name ?? '', foreign: 'somebody-elses' };

  function answers(limit: number, running: Partial<Record<keyof typeof names, number>>): readonly RecordedAnswer[] {
    const quota = {
      ServiceCode: 'sagemaker',
      QuotaCode: 'L-0',
      QuotaName: 'ml.g6.xlarge for endpoint usage',
      Value: limit,
    };
    const endpoints = (Object.keys(running) as (keyof typeof names)[]).map((one) => ({
      EndpointName: names[one],
      count: running[one] ?? 0,
    }));
    return [
      { ask: 'servicequotas:ListServiceQuotas', with: { ServiceCode: 'sagemaker' }, answer: { Quotas: [quota] } },
      {
        ask: 'sagemaker:ListEndpoints',
        answer: { Endpoints: endpoints.map(({ EndpointName }) => ({ EndpointName })) },
      },
      ...endpoints.flatMap(({ EndpointName, count }): readonly RecordedAnswer[] => [
        {
          ask: 'sagemaker:DescribeEndpoint',
          with: { EndpointName },
          answer: {
            EndpointConfigName: EndpointName,
            ProductionVariants: [{ VariantName: 'v', CurrentInstanceCount: count }],
          },
        },
        {
          ask: 'sagemaker:DescribeEndpointConfig',
          with: { EndpointConfigName: EndpointName },
          answer: { ProductionVariants: [{ VariantName: 'v', InstanceType: 'ml.g6.xlarge', InitialInstanceCount: 1 }] },
        },
      ]),
    ];
  }

  test('the plan needs something in each environment', () => {
    expect(need).toBeGreaterThan(0);
    expect(both).toBe(2 * need);
  });

  test.each<readonly [string, number, Partial<Record<keyof typeof names, number>>, object, string]>([
    ['both fit', both, {}, {}, 'passed'],
    ['both do not fit', both - 1, {}, {}, 'finding'],
    ['the other one is deployed, and counts once', both, { next: 1 }, {}, 'passed'],
    ['both are deployed, and count once', both, { dev: 1, next: 1 }, {}, 'passed'],
    ['the other one has grown over its plan', both, { next: need + 1 }, {}, 'finding'],
    ['somebody else runs one', both, { foreign: 1 }, {}, 'finding'],
    ['somebody else runs one, and it fits', both + 1, { foreign: 1, next: 1 }, {}, 'passed'],
    ['the other one is in another account', need, {}, { account: '222222222222' }, 'passed'],
    ['the other one is in another region', need, {}, { region: 'eu-west-1' }, 'passed'],
  ])('%s', async (_what, limit, running, place, kind) => {
    expect(await outcomesOf('aws', 'aws.endpoint-quota', answers(limit, running), place)).toEqual([kind]);
  });

  test('the finding names the environment that shares the quota', async () => {
    const input = { config: withNext('aws'), answers: [...answers(both - 1, {})], policies: [] };
    const { outcomes } = await reportOf({ cloud: 'aws', input });
    expect(outcomes.find(({ check }) => check === 'aws.endpoint-quota')).toMatchObject({
      got: `a quota of ${both - 1}, of which others take ${need}, ${need} of it for next`,
      fix: expect.stringMatching(`^request ${both} of`) as string,
    });
  });

  test.each<readonly [string, number, readonly string[], string]>([
    ['room for both VPCs', 3, [], 'passed'],
    ['room for one of them', 2, [], 'finding'],
    ['the VPC of the other one is there, and counts once', 3, ['10.30.0.0/16'], 'passed'],
    ['somebody else has one', 3, ['10.99.0.0/16'], 'finding'],
  ])('%s', async (_what, limit, ranges, kind) => {
    const vpcs = ['172.31.0.0/16', ...ranges].map((CidrBlock) => ({ VpcId: CidrBlock, CidrBlock, Tags: [] }));
    const quota = { ServiceCode: 'vpc', QuotaCode: 'L-F678F1CE', QuotaName: 'VPCs per Region', Value: limit };
    const kinds = await outcomesOf('aws', 'aws.network', [
      { ask: 'ec2:DescribeVpcs', answer: { Vpcs: vpcs } },
      { ask: 'servicequotas:ListServiceQuotas', with: { ServiceCode: 'vpc' }, answer: { Quotas: [quota] } },
    ]);
    expect(kinds.at(-1)).toBe(kind);
  });
});

describe('environments of one subscription and location', () => {
  const plans = { dev: planOf('azure', 'dev').azure, next: planOf('azure', 'next').azure };
  const subscription = plans.dev?.subscription ?? '';
  type Deployed = Partial<Record<'dev' | 'next', 'there' | 'denied'>>;

  function groups(deployed: Deployed): readonly RecordedAnswer[] {
    return (['dev', 'next'] as const).flatMap((one): readonly RecordedAnswer[] => {
      const azure = plans[one];
      const ask = `GET /subscriptions/${subscription}/resourceGroups/${azure?.initialization.resourceGroupName ?? ''}/resources`;
      if (deployed[one] === undefined) return [];
      if (deployed[one] === 'denied') return [{ ask, error: { name: 'AuthorizationFailed', status: 403 } }];
      const { account, endpoints } = azure?.deployment ?? {};
      const names = [
        account?.name ?? '',
        ...Object.values(endpoints ?? {}).map(({ endpointName }) => `ws/${endpointName}`),
      ];
      return [{ ask, answer: { value: names.map((name) => ({ name })) } }];
    });
  }

  /** Limit and use, in needs of one environment. A deployed environment uses half of its vCPUs, and all of its tokens. */
  type Row = readonly [what: string, limit: number, used: number, deployed: Deployed, place: object, kind: string];

  const rows = (inUse: number): readonly Row[] => [
    ['both fit', 2, 0, {}, {}, 'passed'],
    ['both do not fit', 1.9, 0, {}, {}, 'finding'],
    ['the other one is deployed, and counts once', 2, inUse, { next: 'there' }, {}, 'passed'],
    ['both are deployed, and count once', 2, 2 * inUse, { dev: 'there', next: 'there' }, {}, 'passed'],
    ['somebody else uses as much', 2, inUse, {}, {}, 'finding'],
    ['somebody else uses as much, and it fits', 2 + inUse, inUse, {}, {}, 'passed'],
    ['the other one may be what uses it', 2, inUse, { next: 'denied' }, {}, 'unverified'],
    ['it fits, whoever uses it', 2 + inUse, inUse, { next: 'denied' }, {}, 'passed'],
    ['it does not fit, whoever uses it', 1.9, inUse, { next: 'denied' }, {}, 'finding'],
    ['our own may be what uses it', 2, inUse, { dev: 'denied' }, {}, 'unverified'],
    ['the other one is in another location', 1, 0, {}, { location: 'westeurope' }, 'passed'],
    [
      'the other one is in another subscription',
      1,
      0,
      {},
      { subscription: '00000000-0000-4000-8000-0000000000d2' },
      'passed',
    ],
  ];

  test.each(rows(0.5))('vCPUs: %s', async (_what, limit, used, deployed, place, kind) => {
    const need = Object.values(plans.dev?.deployment.endpoints ?? {})[0]?.quota?.needed ?? 0;
    expect(need).toBeGreaterThan(0);
    const value = {
      name: { value: 'Standard NCADSA100v4 Family Cluster Dedicated vCPUs' },
      type: 'Microsoft.MachineLearningServices/vmFamily/usages',
      currentValue: used * need,
      limit: Math.floor(limit * need),
    };
    const ask = `GET /subscriptions/${subscription}/providers/Microsoft.MachineLearningServices/locations/swedencentral/usages`;
    const answers = [{ ask, answer: { value: [value] } }, ...groups(deployed)];
    expect(await outcomesOf('azure', 'azure.machine-quota', answers, place)).toEqual([kind]);
  });

  test.each(rows(1))('tokens: %s', async (_what, limit, used, deployed, place, kind) => {
    const quotas = Object.values(plans.dev?.deployment.modelQuotas ?? {});
    expect(quotas.length).toBeGreaterThan(1);
    const value = quotas.map(({ name, needed }) => ({
      name: { value: name },
      currentValue: used * needed,
      limit: Math.floor(limit * needed),
    }));
    const ask = `GET /subscriptions/${subscription}/providers/Microsoft.CognitiveServices/locations/swedencentral/usages`;
    const answers = [{ ask, answer: { value } }, ...groups(deployed)];
    const kinds = await outcomesOf('azure', 'azure.model-quota', answers, place);
    expect(new Set(kinds)).toEqual(new Set([kind]));
  });
});
