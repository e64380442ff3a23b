import type { AwsEndpointPlan, AzureOnlineEndpointPlan } from '../../../../lib/plan';
import { plan, planAll } from '../../../../lib/plan';
import { azureMlQuota } from '../../../../lib/plan/azure/quota';
import type { EndpointSpec, Issue } from '../../../../lib/platform';
import { isError } from '../../../../lib/platform';
import { catalog as fixture, offer } from '../../../helpers/catalog';
import {
  awsTarget,
  azureTarget,
  developmentEnvironment,
  endpoint,
  productionEnvironment,
  resolvedPlatform,
} from '../../../helpers/platform';

const catalog = {
  ...fixture,
  instances: fixture.instances.map((row) =>
    row.service === 'sagemaker'
      ? { ...row, quota: `${row.instanceType} for endpoint usage L-0000000${row.usdPerHour === 10 ? 1 : 2}` }
      : row,
  ),
};
const small = 'ml.p5.4xlarge for endpoint usage';
const family = 'StandardNCadsH100v5Family';

type Quotas = Readonly<Record<string, number>>;

function planned(
  quotas: { aws?: Quotas; azure?: Quotas },
  environment: 'dev' | 'prod' = 'prod',
  overrides: Partial<EndpointSpec> = {},
): { aws?: AwsEndpointPlan; azure?: AzureOnlineEndpointPlan; issues: readonly Issue[] } {
  const aws = quotas.aws === undefined ? {} : { quotas: quotas.aws };
  const azure = quotas.azure === undefined ? {} : { quotas: quotas.azure };
  const prod = productionEnvironment();
  const environments = {
    dev: developmentEnvironment({ aws: { ...awsTarget, ...aws }, azure: { ...azureTarget, ...azure } }),
    prod: {
      ...prod,
      ...(prod.aws === undefined ? {} : { aws: { ...prod.aws, ...aws } }),
      ...(prod.azure === undefined ? {} : { azure: { ...prod.azure, ...azure } }),
    },
  };
  const result = plan(
    resolvedPlatform({ environments, endpoints: { chat: endpoint(overrides) } }),
    environment,
    catalog,
  );
  if (!result.ok) return { issues: result.issues };
  const chat = {
    aws: result.value.aws?.deployment.endpoints.chat,
    azure: result.value.azure?.deployment.endpoints.chat,
  };
  return {
    issues: result.issues,
    ...(chat.aws === undefined ? {} : { aws: chat.aws }),
    ...(chat.azure === undefined ? {} : { azure: chat.azure }),
  };
}

test.each([
  ['a quota nobody named', {}, 'ml.p5.4xlarge'],
  ['a quota that holds the update', { [small]: 4 }, 'ml.p5.4xlarge'],
  ['a quota of nothing', { [small]: 0 }, 'ml.g6e.12xlarge'],
  ['a quota that holds the peak and not the update', { [small]: 3 }, 'ml.g6e.12xlarge'],
  ['a quota by its code', { 'L-00000001': 1 }, 'ml.g6e.12xlarge'],
])('with %s production runs what can be started and updated', (_title, aws, expected) => {
  expect(planned({ aws }).aws?.instanceType.value).toBe(expected);
});

test('development needs the quota of one copy and its update', () => {
  expect(planned({ aws: { [small]: 2 } }, 'dev').aws?.instanceType.value).toBe('ml.p5.4xlarge');
  expect(planned({ aws: { [small]: 1 } }, 'dev').aws?.instanceType.value).toBe('ml.g6e.12xlarge');
});

test('says why the cheaper instance was not taken', () => {
  const rejected = planned({ aws: { [small]: 3 } }).aws?.instanceType.rejected ?? [];
  expect(rejected[0]).toEqual({
    value: 'ml.p5.4xlarge',
    reason: 'with its updates it needs 4 instances, and the quota is 3',
    possible: false,
  });
});

test('counts vCPUs on Azure, and reports the quota that would have to grow where nothing is left', () => {
  expect(planned({ azure: { [family]: 160 } }).azure?.instanceCount.value).toBe(2);
  const { issues } = planned({ azure: { [family]: 159 } });
  expect(issues.map(({ code, path, got, expected, fix }) => [code, path, got, expected, fix])).toEqual([
    [
      'QuotaExhausted',
      `environments.prod.azure.quotas.${family}`,
      159,
      'at least 160 vCPUs',
      `raise '${family}' in swedencentral to 160 for Standard_NC40ads_H100_v5`,
    ],
  ]);
});

test.each([0, 1])('a quota of %d names the quotas that hold the update too, cheapest first', (limit) => {
  const onAws = catalog.instances.filter(({ service }) => service === 'sagemaker');
  const all = Object.fromEntries(onAws.map(({ quota = '' }) => [quota, limit]));
  const { issues } = planned({ aws: all }, 'prod', { clouds: ['aws'] });
  expect(issues.map(({ code, got, expected }) => [code, got, expected])).toEqual([
    ['QuotaExhausted', limit, 'at least 4 instances'],
  ]);
  const raised = [...(issues[0]?.fix ?? '').matchAll(/raise '([^']+)' in eu-central-1 to (\d+) for /g)];
  expect(raised.length).toBeGreaterThan(1);
  for (const [, quota = '', to] of raised) {
    const enough = planned({ aws: { ...all, [quota]: Number(to) } }, 'prod', { clouds: ['aws'] });
    expect(enough.issues).toEqual([]);
  }
});

test.each([
  [{}, 'azure'],
  [{ azure: { [family]: 0 } }, 'aws'],
  [{ aws: { [small]: 0, 'ml.g6e.12xlarge for endpoint usage': 0, 'ml.p5.48xlarge for endpoint usage': 0 } }, 'azure'],
] as const)('with the quotas %j and no standby it runs on %s', (quotas, cloud) => {
  for (const environment of ['dev', 'prod'] as const) {
    const { aws, azure, issues } = planned(quotas, environment, { failover: { standby: 'none' } });
    expect(issues).toEqual([]);
    expect([aws === undefined, azure === undefined]).toEqual([cloud === 'azure', cloud === 'aws']);
  }
});

const wholeCode =
  "write the whole code, L- and eight hexadecimal digits, or the quota's name, as Service Quotas shows them";

test.each([
  ['azure', 'OpenAI.Datazone.gpt-4.1', `did you mean 'OpenAI.DataZoneStandard.gpt-4.1'?`],
  ['azure', 'OpenAI.GlobalStandart.gpt-4.1', `did you mean 'OpenAI.GlobalStandard.gpt-4.1'?`],
  ['aws', 'ml.g6e.12xlarge for endpoint use', "did you mean 'ml.g6e.12xlarge for endpoint usage'?"],
  ['aws', 'L-1234', wholeCode],
  ['aws', 'L-', wholeCode],
] as const)('on %s the fix of the unknown quota %s is %s', (cloud, key, fix) => {
  const { issues } = planned({ [cloud]: { [key]: 80 } });
  expect(issues.map((issue) => [issue.code, issue.fix])).toEqual([['UnknownQuota', fix]]);
  expect(issues[0]?.expected).toMatch(/^a quota of \w+, such as '[^']+'(, '[^']+')?( or '[^']+')?$/);
});

test.each([
  ['azure', 'moonshine', /^use '[^L][^']+', '[^L][^']+' or '[^L][^']+', or remove it$/],
  ['azure', 'L-1234', /^use '[^L][^']+', '[^L][^']+' or '[^L][^']+', or remove it$/],
  ['aws', 'moonshine', /^use 'ml[^']+', 'ml[^']+' or 'ml[^']+', or remove it$/],
  ['aws', 'g6e.12xlarge', /^use 'ml.g6e.12xlarge for endpoint usage'/],
  ['azure', 'gpt-4.1', /^use 'OpenAI.\w+.gpt-4.1', /],
] as const)('on %s the quota %s, far from every name, gets names alike: %s', (cloud, key, fix) => {
  expect(planned({ [cloud]: { [key]: 80 } }).issues.map((issue) => issue.fix)).toEqual([expect.stringMatching(fix)]);
});

test('fails on a quota no instance takes, with the nearest that one does', () => {
  const { issues } = planned({ azure: { StandardNCadsH100v5Famly: 80 } });
  expect(issues.map(({ code, path, fix }) => [code, path, fix])).toEqual([
    ['UnknownQuota', 'environments.prod.azure.quotas.StandardNCadsH100v5Famly', `did you mean '${family}'?`],
  ]);
});

test.each([
  // A100 and H100 are upgraded in place; the others keep a fifth free. Twice for the new version beside the old.
  ['H100-94GB-NVL', 3, undefined, 2 * 3 * 10],
  ['A100-80GB-PCIe', 3, undefined, 2 * 3 * 10],
  ['A10', 1, undefined, 2 * 2 * 10],
  ['A10', 5, undefined, 2 * 6 * 10],
  ['T4', 6, undefined, 2 * 8 * 10],
  // A standby that grows further than an update does.
  ['A10', 1, 9, 11 * 10],
  ['H100-94GB-NVL', 1, 9, 9 * 10],
  ['H100-94GB-NVL', 5, 9, 2 * 5 * 10],
])('on %s %d instances that grow to %p need %d vCPUs', (accelerator, instances, peak, needed) => {
  const machine = offer({ cloud: 'azure', service: 'azure-ml', accelerator, vcpu: 10, quota: 'family' });
  expect(azureMlQuota(machine, instances, peak)?.value).toEqual({ name: 'family', needed, unit: 'vcpu' });
});

test('a deployment of more than 50 instances is none: Azure takes larger ones, or says so where there are none', () => {
  const traffic = { peakConcurrency: 900, inputTokens: 1000, outputTokens: 200 };
  const { issues } = planned({}, 'prod', { traffic, clouds: ['azure'] });
  expect(issues.map(({ code, path, got }) => [code, path, got])).toEqual([
    ['TooManyInstances', 'endpoints.chat.traffic.peakConcurrency', 900],
  ]);
  const large = offer({
    cloud: 'azure',
    service: 'azure-ml',
    instanceType: 'Standard_ND96isr_H100_v5',
    acceleratorCount: 8,
    region: 'swedencentral',
    usdPerHour: 900,
  });
  const result = plan(resolvedPlatform({ endpoints: { chat: endpoint({ traffic, clouds: ['azure'] }) } }), 'prod', {
    ...catalog,
    instances: [...catalog.instances, large],
  });
  const chat = result.ok ? result.value.azure?.deployment.endpoints.chat : undefined;
  expect(chat?.instanceType.value).toBe('Standard_ND96isr_H100_v5');
  expect(chat?.instanceType.rejected[0]?.reason).toMatch(
    /^the peak needs \d+, and a managed online deployment has at most 50 instances$/,
  );
});

test.each([
  ['aws', { traffic: { peakConcurrency: 1e9, inputTokens: 1000, outputTokens: 200 } }, 'traffic.peakConcurrency', 1e9],
  ['aws', { pinned: { aws: { replicas: 1001 } } }, 'pinned.aws.replicas', 1001],
  ['azure', { pinned: { azure: { replicas: 51 } } }, 'pinned.azure.replicas', 51],
] as const)(
  'on %s more instances than an endpoint may have are refused in every tier: %j',
  (cloud, changes, path, got) => {
    for (const environment of ['dev', 'prod'] as const) {
      const { issues } = planned({}, environment, { ...changes, clouds: [cloud] });
      expect(issues.filter(isError).map((issue) => [issue.code, issue.path, issue.got])).toEqual([
        ['TooManyInstances', `endpoints.chat.${path}`, got],
      ]);
    }
  },
);

test('a thousand instances of one endpoint are planned on SageMaker', () => {
  const { issues } = planned({}, 'dev', { pinned: { aws: { replicas: 1000 } }, clouds: ['aws'] });
  expect(issues.filter(isError)).toEqual([]);
});

test('warns where quotas make production run what was not tested', () => {
  const traffic = { peakConcurrency: 8, inputTokens: 1000, outputTokens: 200 };
  const issues = (quotas: Quotas, failover: Partial<EndpointSpec> = {}) => {
    const environments = {
      dev: developmentEnvironment({ aws: { ...awsTarget, quotas } }),
      prod: productionEnvironment(),
    };
    const spec = resolvedPlatform({ environments, endpoints: { chat: endpoint({ traffic, ...failover }) } });
    return planAll(spec, catalog).issues;
  };
  expect(issues({ [small]: 2 })).toEqual([]);
  expect(issues({ [small]: 0 })).toEqual([
    {
      code: 'UntestedMachine',
      path: 'endpoints.chat',
      message:
        `'prod' serves it from ml.p5.4xlarge (bf16, tensor parallel 1) on aws, and releases come from 'dev', where it runs on ` +
        'ml.g6e.12xlarge (bf16, tensor parallel 4)',
      got: 'ml.p5.4xlarge (bf16, tensor parallel 1)',
      expected: `the same machine in 'dev' and 'prod'`,
      fix: 'pin endpoints.chat.pinned.aws.instanceType to a type that the quotas of both environments allow',
    },
  ]);
});

test('warns of it in the plan of production alone too, and not in that of the environment before it', () => {
  const environments = {
    dev: developmentEnvironment({ aws: { ...awsTarget, quotas: { [small]: 0 } } }),
    prod: productionEnvironment(),
  };
  const traffic = { peakConcurrency: 8, inputTokens: 1000, outputTokens: 200 };
  const spec = resolvedPlatform({ environments, endpoints: { chat: endpoint({ traffic }) } });
  const codes = (environment: string): readonly string[] =>
    plan(spec, environment, catalog).issues.map(({ code }) => code);
  expect([codes('dev'), codes('prod')]).toEqual([[], ['UntestedMachine']]);
});

test('warns where the cheaper cloud of production is not the one that was tested', () => {
  const environments = {
    dev: developmentEnvironment({ azure: { ...azureTarget, quotas: { [family]: 0 } } }),
    prod: productionEnvironment(),
  };
  const chat = endpoint({ failover: { standby: 'none' } });
  const { issues } = planAll(resolvedPlatform({ environments, endpoints: { chat } }), catalog);
  expect(issues.map(({ code, fix }) => [code, fix])).toEqual([
    ['UntestedMachine', 'name endpoints.chat.failover.primary, so that every environment uses the same cloud'],
  ]);
});
