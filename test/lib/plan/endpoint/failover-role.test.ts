import type { InstanceOffer } from '../../../../lib/catalog';
import type { FailoverRole } from '../../../../lib/plan/endpoint/endpoint-plan';
import { placedEndpoints } from '../../../../lib/plan/endpoint/failover-role';
import { marketOf } from '../../../../lib/plan/endpoint/market';
import type { Cloud, EndpointSpec, FailoverSpec, Tier } from '../../../../lib/platform';
import { catalog, offer } from '../../../helpers/catalog';
import { awsTarget, azureTarget, endpoint, resolvedPlatform } from '../../../helpers/platform';

const onAzure = offer({
  cloud: 'azure',
  service: 'azure-ml',
  instanceType: 'Standard_NC40ads_H100_v5',
  region: 'swedencentral',
  vcpu: 40,
  usdPerHour: 9,
});

interface Environment {
  readonly clouds?: readonly Cloud[];
  readonly tier?: Tier;
  readonly instances?: readonly InstanceOffer[];
  readonly awsQuotas?: Readonly<Record<string, number>>;
}

function roles(chat: EndpointSpec, environment: Environment = {}) {
  const {
    clouds = ['aws', 'azure'],
    tier = 'production',
    instances = [offer(), onAzure],
    awsQuotas = {},
  } = environment;
  const placed = placedEndpoints({
    platform: { ...resolvedPlatform(), endpoints: { chat } },
    environment: {
      tier,
      ...(clouds.includes('aws') ? { aws: { ...awsTarget, quotas: awsQuotas } } : {}),
      ...(clouds.includes('azure') ? { azure: azureTarget } : {}),
    },
    catalog: { ...catalog, instances },
    market: marketOf(instances),
    places: {
      ...(clouds.includes('aws') ? { aws: awsTarget.region } : {}),
      ...(clouds.includes('azure') ? { azure: azureTarget.location } : {}),
    },
  });
  return { aws: placed.aws[0]?.role, azure: placed.azure[0]?.role };
}

function primaryOf(role: FailoverRole | undefined): readonly (string | undefined)[] {
  return role === undefined || role.kind === 'only' ? [] : [role.primary.value, role.primary.because[0]?.rule];
}

test('without a failover the endpoint runs by itself on every cloud of both the spec and the environment', () => {
  expect(roles(endpoint())).toEqual({ aws: { kind: 'only' }, azure: { kind: 'only' } });
  expect(roles(endpoint({ clouds: ['azure'] }))).toEqual({ azure: { kind: 'only' } });
  expect(roles(endpoint(), { clouds: ['aws'] })).toEqual({ aws: { kind: 'only' } });
  expect(roles(endpoint({ failover: { primary: 'azure', standby: 'none' } }), { clouds: ['aws'] })).toEqual({
    aws: { kind: 'only' },
  });
});

test.each<readonly [FailoverSpec, object | undefined]>([
  [{ primary: 'aws', standby: 'none' }, undefined],
  [
    { primary: 'aws', standby: 'pilot-light' },
    { kind: 'standby', standby: 'pilot-light', sizedFor: 1 },
  ],
  [
    { primary: 'aws', standby: 'full' },
    { kind: 'standby', standby: 'full', sizedFor: 1 },
  ],
  [
    { primary: 'aws', standby: 'warm', peakShare: 0.4 },
    { kind: 'standby', standby: 'warm', sizedFor: 0.4 },
  ],
])('with the failover %j the other cloud is %j', (failover, expected) => {
  const { aws, azure } = roles(endpoint({ failover }));
  expect(aws).toMatchObject({ kind: 'primary', standby: failover.standby });
  expect(primaryOf(aws)).toEqual(['aws', 'spec.pinned']);
  if (expected === undefined) expect(azure).toBeUndefined();
  else expect(azure).toMatchObject(expected);
});

const failover = { standby: 'full' } as const;

test.each([
  ['a cheaper Azure', [offer(), onAzure], 'azure', 'failover.cheaper-primary'],
  ['equal prices', [offer({ usdPerHour: 9 }), onAzure], 'aws', 'failover.cheaper-primary'],
  ['no instance on AWS', [onAzure], 'azure', 'failover.only-candidate'],
  ['no instance on Azure', [offer()], 'aws', 'failover.only-candidate'],
  ['no instance at all', [], 'aws', 'failover.only-candidate'],
] as const)('with %s the primary is %s', (_, instances, cloud, rule) => {
  const { aws, azure } = roles(endpoint({ failover }), { instances });
  expect([primaryOf(aws), primaryOf(azure)]).toEqual([
    [cloud, rule],
    [cloud, rule],
  ]);
  expect([aws?.kind, azure?.kind]).toEqual(cloud === 'aws' ? ['primary', 'standby'] : ['standby', 'primary']);
});

test('an unknown model is compared with nothing', () => {
  expect(primaryOf(roles(endpoint({ failover, model: 'embed' })).aws)).toEqual(['aws', 'failover.only-candidate']);
});

test.each([
  ['production', 1, 'azure'],
  ['production', 2, 'aws'],
  // Below production a quota above 0 may be enough for one copy.
  ['staging', 1, 'aws'],
  ['staging', 0, 'azure'],
] as const)('in %s a quota of %d instances for the cheaper AWS makes %s the primary', (tier, limit, cloud) => {
  const instances = [offer({ usdPerHour: 8, quota: 'ml.p5.4xlarge for endpoint usage' }), onAzure];
  const awsQuotas = { 'ml.p5.4xlarge for endpoint usage': limit };
  expect(primaryOf(roles(endpoint({ failover }), { tier, instances, awsQuotas }).azure)[0]).toBe(cloud);
});

test('says what both clouds cost, and marks an estimate', () => {
  const instances = [offer(), { ...onAzure, priceStatus: 'estimated' as const }];
  const { azure } = roles(endpoint({ failover }), { instances });
  const primary = azure?.kind === 'primary' ? azure.primary : undefined;
  expect(primary?.because[0]?.text).toBe(
    '2 x Standard_NC40ads_H100_v5 in swedencentral serve the peak for ~$13140 a month around the clock',
  );
  expect(primary?.rejected).toMatchObject([
    { value: 'aws', reason: '2 x ml.p5.4xlarge in eu-central-1 would cost $14600', usdPerMonth: 14_600 },
  ]);
});

test('the loss of one instance counts where the spec gives it a price', () => {
  const losses = endpoint({ failover, weights: { lostInstanceUsdPerMonth: 8000 } });
  const { azure } = roles(losses);
  expect(azure?.kind === 'primary' && azure.primary.because[0]?.text).toContain(
    '$17140 a month around the clock, carbon',
  );
});
