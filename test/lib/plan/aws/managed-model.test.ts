import { settle } from '../../../../lib/plan';
import type { BedrockModel } from '../../../../lib/platform';
import { bedrock } from '../../../../lib/platform';
import { awsPlan, planIssues } from '../../../helpers/plan';
import { awsTarget, platform } from '../../../helpers/platform';

const id = 'anthropic.profile-v1:0';
type Inference = BedrockModel['inference'];

function overrides(region: string, residency: 'eu' | undefined, inference: Inference) {
  const model = bedrock(id, inference === undefined ? {} : { inference });
  return {
    residency,
    environments: { dev: { tier: 'development', aws: { ...awsTarget, region } } },
    models: { chat: platform().models['chat'] ?? model, model },
    endpoints: undefined,
    knowledge: undefined,
    registry: undefined,
    tuning: undefined,
  } as const;
}

const model = (at: string): string => `arn:aws:bedrock:${at}::foundation-model/${id}`;
const profile = (at: string, prefix: string): string =>
  `arn:aws:bedrock:${at}:111111111111:inference-profile/${prefix}.${id}`;

const inEurope = {
  invokeId: `eu.${id}`,
  inference: 'geographic',
  regions: ['eu-central-1', 'eu-south-2'],
  invokeArns: [profile('eu-central-1', 'eu'), model('eu-central-1'), model('eu-south-2')],
};
const anywhere = (region: string) => ({
  invokeId: `global.${id}`,
  inference: 'global',
  invokeArns: [profile(region, 'global'), model(region), model('')],
});

test.each<[string, 'eu' | undefined, Inference, unknown]>([
  ['eu-central-1', 'eu', undefined, inEurope],
  ['eu-central-1', undefined, undefined, inEurope],
  ['eu-central-1', undefined, 'global', anywhere('eu-central-1')],
  ['us-east-1', undefined, undefined, anywhere('us-east-1')],
])('in %s with residency %s and inference %s', (region, residency, inference, expected) => {
  const { models } = settle(awsPlan(overrides(region, residency, inference)).deployment);
  expect(models?.['model']).toEqual(expected);
});

test('a model of the region is called by its id', () => {
  const { models } = settle(awsPlan().deployment);
  expect(models?.['embed']).toEqual({
    invokeId: 'amazon.titan-embed-text-v2:0',
    inference: 'in-region',
    regions: ['eu-central-1'],
    invokeArns: ['arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0'],
  });
});

test.each<[string, 'eu' | undefined, Inference, string, string]>([
  // The profile of eu-south-2 routes to Tel Aviv too.
  ['eu-south-2', 'eu', undefined, 'ResidencyViolated', 'models.model.id'],
  ['eu-south-2', 'eu', 'geographic', 'ResidencyViolated', 'models.model.inference'],
  ['eu-central-1', 'eu', 'global', 'ResidencyViolated', 'models.model.inference'],
  ['eu-central-1', undefined, 'in-region', 'SkuNotInRegion', 'models.model.inference'],
])('in %s with residency %s, inference %s is refused', (region, residency, inference, code, path) => {
  expect(planIssues(overrides(region, residency, inference))).toEqual([expect.objectContaining({ code, path })]);
});

test('a knowledge base needs a model that its region serves', () => {
  const models = { ...platform().models, embed: bedrock(id) };
  expect(planIssues({ models }).map(({ code, path }) => [code, path])).toContainEqual([
    'SkuNotInRegion',
    'models.embed.id',
  ]);
});
