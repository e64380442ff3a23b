import { statedQuotas } from '../../../lib/plan/stated-quotas';
import type { AwsTarget, AzureTarget } from '../../../lib/platform';
import { catalog, offer } from '../../helpers/catalog';
import { awsTarget, azureTarget, resolvedPlatform } from '../../helpers/platform';

const name = 'ml.p5.4xlarge for endpoint usage';
const facts = { ...catalog, instances: [offer({ quota: `${name} L-AAAAAAAA` })] };

interface Written {
  readonly aws?: Partial<AwsTarget>;
  readonly azure?: Partial<AzureTarget>;
}

function found(dev: Written, qa: Written = {}, about?: string): readonly string[] {
  const target = ({ aws, azure }: Written) => ({
    aws: { ...awsTarget, ...aws },
    azure: { ...azureTarget, ...azure },
  });
  const spec = resolvedPlatform({});
  const environments = {
    dev: { tier: 'development', ...target(dev) },
    qa: { tier: 'development', ...target(qa) },
    away: { tier: 'development', aws: { ...awsTarget, region: 'us-east-1' } },
  } as const;
  return statedQuotas({ ...spec, environments }, facts, about).map(({ code, path }) => `${code} ${path}`);
}

const openAi = 'OpenAI.DataZoneStandard.gpt-4.1';
const unhyphened = 'OpenAI.DataZoneStandard.gpt4.1';

test.each<[string, Written, readonly string[]]>([
  ['one spelling', { azure: { quotas: { [openAi]: 50 } } }, []],
  [
    'two spellings of a model, with one value',
    { azure: { quotas: { [unhyphened]: 50, [openAi]: 50 } } },
    [`QuotaStatedTwice environments.dev.azure.quotas.${openAi}`],
  ],
  [
    'name and code of a machine, with two values',
    { aws: { quotas: { [name]: 4, 'L-AAAAAAAA': 8 } } },
    ['QuotaStatedTwice environments.dev.aws.quotas.L-AAAAAAAA'],
  ],
  ['two quotas', { azure: { quotas: { [openAi]: 50, 'OpenAI.Standard.gpt-4.1': 60 } } }, []],
])('in one environment: %s', (_title, dev, expected) => {
  expect(found(dev)).toEqual(expected);
});

test.each<[string, Written, Written, readonly string[]]>([
  ['equal values', { aws: { quotas: { [name]: 4 } } }, { aws: { quotas: { 'L-AAAAAAAA': 4 } } }, []],
  [
    'other values under other keys',
    { aws: { quotas: { [name]: 4 } } },
    { aws: { quotas: { 'L-AAAAAAAA': 8 } } },
    ['QuotasDisagree environments.qa.aws.quotas.L-AAAAAAAA'],
  ],
  [
    'other values in another account',
    { aws: { quotas: { [name]: 4 } } },
    { aws: { account: '222222222222', quotas: { [name]: 8 } } },
    [],
  ],
  [
    'other values of tokens',
    { azure: { quotas: { [openAi]: 50 } } },
    { azure: { quotas: { [openAi]: 60 } } },
    [`QuotasDisagree environments.qa.azure.quotas.${openAi}`],
  ],
  [
    'other values of tokens in another location',
    { azure: { quotas: { [openAi]: 50 } } },
    { azure: { location: 'westeurope', quotas: { [openAi]: 60 } } },
    [],
  ],
  ['a value in one of them', { azure: { quotas: { [openAi]: 50 } } }, {}, []],
])('in two environments: %s', (_title, dev, qa, expected) => {
  expect(found(dev, qa)).toEqual(expected);
  expect(found(dev, qa, 'dev')).toEqual(expected);
  expect(found(dev, qa, 'qa')).toEqual(expected);
  expect(found(dev, qa, 'away')).toEqual([]);
});
