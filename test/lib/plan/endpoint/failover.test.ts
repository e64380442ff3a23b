import type { EnvironmentPlan } from '../../../../lib/plan';
import { settle } from '../../../../lib/plan';
import type { FailoverSpec } from '../../../../lib/platform';
import { environmentPlan } from '../../../helpers/plan';
import { awsTarget, azureTarget, endpoint } from '../../../helpers/platform';

/** On the fixture a copy carries 15 to 16 requests in flight of this length. */
const traffic = { peakConcurrency: 60, inputTokens: 1000, outputTokens: 200 };

function planned(failover: FailoverSpec | undefined, environment = 'prod'): EnvironmentPlan {
  const chat = endpoint({ traffic, ...(failover === undefined ? {} : { failover }) });
  return environmentPlan({ endpoints: { chat } }, environment);
}

function both({ aws, azure }: EnvironmentPlan) {
  return { aws: aws?.deployment.endpoints.chat, azure: azure?.deployment.endpoints.chat };
}

test('without a failover each cloud carries the whole peak, and neither stands by', () => {
  const { aws, azure } = both(planned(undefined));
  expect([aws?.failover, azure?.failover]).toEqual([undefined, undefined]);
  expect(azure?.instanceCount.value).toBeGreaterThan(2);
});

test('a full standby carries the peak at once: nothing has to start', () => {
  const { azure } = both(planned({ primary: 'aws', standby: 'full' }));
  expect(azure?.instanceCount.value).toBe(both(planned(undefined)).azure?.instanceCount.value);
  expect(settle(azure?.failover)).toEqual({ role: 'standby', peakShareAtOnce: 1, secondsUntilFull: 0 });
});

test('a pilot light is one copy of the machine that carries the peak, and says how long the rest takes', () => {
  const full = both(planned({ primary: 'aws', standby: 'full' })).azure;
  const { aws, azure } = both(planned({ primary: 'aws', standby: 'pilot-light' }));
  expect(azure?.instanceType.value).toBe(full?.instanceType.value);
  expect(azure?.environment.value).toEqual(full?.environment.value);
  expect(azure?.instanceCount.value).toBe(1);
  const { failover } = settle({ failover: azure?.failover });
  expect(failover).toMatchObject({ role: 'standby' });
  // Four are missing: 300 s until scaling acts, three times the cooldown of 1200 s, and 1164 s for the last to start, which are
  // 62 GiB at 0.1 GiB/s, 62 at 0.25, and 300 s for the engine.
  expect([full?.instanceCount.value, azure?.scaling?.cooldownSeconds.value]).toEqual([5, 1200]);
  expect(failover).toHaveProperty('secondsUntilFull', expect.closeTo(300 + 3 * 1200 + 1164, -1));
  expect(failover).toHaveProperty('peakShareAtOnce', expect.closeTo(1 / (full?.instanceCount.value ?? 0), 1));
  expect(settle(aws?.failover)).toEqual({ role: 'primary' });
});

test.each([
  [
    'prod',
    true,
    /4 more \S+ start one after the other: 300 s until scaling acts, 1200 s from one instance to the next/,
  ],
  ['dev', false, /after an operator raises the instance count: online endpoints scale in production only/],
])('a standby on Azure in %s reaches the whole peak by scaling: %s', (environment, scales, text) => {
  const { azure } = both(planned({ primary: 'aws', standby: 'pilot-light' }, environment));
  expect(azure?.scaling !== undefined).toBe(scales);
  const failover = azure?.failover;
  const reasons = failover !== undefined && 'secondsUntilFull' in failover ? failover.secondsUntilFull.because : [];
  expect(reasons.map((reason) => reason.text)).toEqual([expect.stringMatching(text)]);
});

test('a pilot light on AWS grows to the whole peak by itself, and its price is that of one instance', () => {
  const { aws } = both(planned({ primary: 'azure', standby: 'pilot-light' }));
  const full = both(planned({ primary: 'azure', standby: 'full' })).aws;
  const peak = full?.capacity.value.kind === 'instances' ? full.capacity.value.minInstances : 0;
  expect(aws?.capacity.value).toEqual({ kind: 'instances', minInstances: 1, maxInstances: peak });
  expect(aws?.usdPerMonth.value).toBe(Math.round((full?.usdPerMonth.value ?? 0) / peak));
});

test.each([
  [0.25, 2],
  [0.5, 2],
  [1, 4],
])(
  'a warm standby for %d of the peak carries at least that, with no fewer copies than production needs',
  (peakShare, least) => {
    const { azure } = both(planned({ primary: 'aws', standby: 'warm', peakShare }));
    const failover = settle({ failover: azure?.failover }).failover;
    expect(azure?.instanceCount.value).toBeGreaterThanOrEqual(least);
    expect(failover !== undefined && 'peakShareAtOnce' in failover && failover.peakShareAtOnce >= peakShare).toBe(true);
  },
);

test.each([
  // Two instances of 9 dollars an hour against two of 10.
  [8, undefined, 'azure', 'failover.cheaper-primary'],
  // Five of 9 against two of 14.
  [60, undefined, 'aws', 'failover.cheaper-primary'],
  [60, 'azure', 'azure', 'spec.pinned'],
] as const)(
  'with a peak of %d, primary %s and no standby it runs on %s alone',
  (peakConcurrency, primary, cloud, rule) => {
    const failover = { standby: 'none' as const, ...(primary === undefined ? {} : { primary }) };
    const chat = endpoint({ traffic: { ...traffic, peakConcurrency }, failover });
    const plan = environmentPlan({ endpoints: { chat } }, 'prod');
    const { aws, azure } = both(plan);
    expect([aws === undefined, azure === undefined]).toEqual([cloud === 'azure', cloud === 'aws']);
    const here = aws ?? azure;
    expect(here?.failover?.role.because.map((reason) => reason.rule)).toEqual(['failover.role', rule]);
    const service = cloud === 'aws' ? 'azure-ml' : 'sagemaker';
    const [other] = (here?.placement.rejected ?? []).filter(({ value }) => value.startsWith(`${service}, `));
    expect(other?.usdPerMonth).toBeGreaterThan(0);
    expect(plan.aws?.handOffs.value.some(({ name }) => name === 'deployment/endpoint-name/chat')).toBe(cloud === 'aws');
  },
);

test('an environment on one cloud has nothing to share: the endpoint runs there whatever the failover', () => {
  const other = { ...azureTarget, cidr: '10.31.0.0/16' };
  const environments = {
    dev: { tier: 'development' as const, aws: awsTarget },
    test: { tier: 'development' as const, azure: other },
  };
  const chat = endpoint({ traffic, failover: { primary: 'azure', standby: 'none' } });
  const { aws } = both(environmentPlan({ environments, endpoints: { chat }, tuning: {} }));
  expect(aws?.failover).toBeUndefined();
  expect(aws?.placement.value).toBe('sagemaker');
});

test('below production one copy runs on either cloud, of the machine production has', () => {
  const prod = both(planned({ primary: 'aws', standby: 'full' }));
  const dev = both(planned({ primary: 'aws', standby: 'full' }, 'dev'));
  expect([dev.aws?.instanceType.value, dev.azure?.instanceType.value]).toEqual([
    prod.aws?.instanceType.value,
    prod.azure?.instanceType.value,
  ]);
  expect([dev.azure?.instanceCount.value, dev.azure?.failover?.role.value]).toEqual([1, 'standby']);
});

test('the quota of a standby holds the whole peak', () => {
  const { azure } = both(planned({ primary: 'aws', standby: 'pilot-light' }));
  const peak = both(planned(undefined)).azure?.instanceCount.value ?? 0;
  expect(azure?.quota?.value.needed).toBe(Math.max(2, peak) * 40);
});

test.each([
  // Many short requests, of which a copy holds more than its part of the peak, and few long ones, of which it holds fewer than
  // the next power of two.
  [{ peakConcurrency: 60, inputTokens: 300, outputTokens: 100 }],
  [{ peakConcurrency: 60, inputTokens: 1000, outputTokens: 200 }],
  [{ peakConcurrency: 60, inputTokens: 1500, outputTokens: 300 }],
  [{ peakConcurrency: 10, inputTokens: 300, outputTokens: 100 }],
  [{ peakConcurrency: 2, inputTokens: 300, outputTokens: 100 }],
])('a pilot light takes what its copy holds, which its limits and its share agree with: %j', (load) => {
  const chat = endpoint({ traffic: load, failover: { primary: 'aws', standby: 'pilot-light' } });
  const { azure } = both(environmentPlan({ endpoints: { chat } }, 'prod'));
  const capacity = azure?.instanceType.because.find(({ rule }) => rule === 'size.capacity')?.text ?? '';
  const holds = Number(/serves (\d+) requests/.exec(capacity)?.[1]);
  const batch = Math.min(holds, Math.max(8, load.peakConcurrency));
  expect(azure?.environment.value).toHaveProperty('SM_VLLM_MAX_NUM_SEQS', String(batch));
  expect(azure?.maxConcurrentRequestsPerInstance.value).toBe(batch);
  const share = Math.min(1, batch / load.peakConcurrency);
  expect(settle(azure?.failover)).toHaveProperty('peakShareAtOnce', Math.floor(share * 100) / 100);
});
