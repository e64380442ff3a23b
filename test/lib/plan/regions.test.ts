import { catalog } from '../../../lib/catalog';
import { plan } from '../../../lib/plan';
import { openWeights } from '../../../lib/platform';
import { awsTarget, endpoint, resolvedPlatform } from '../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';

function planned(region: string, instanceType?: string) {
  const platform = resolvedPlatform({
    residency: undefined,
    environments: { dev: { tier: 'development', aws: { ...awsTarget, region } } },
    models: { chat: openWeights('Qwen/Qwen3-8B', { revision }) },
    endpoints: {
      chat: endpoint({
        clouds: ['aws'],
        ...(instanceType === undefined ? {} : { pinned: { aws: { instanceType } } }),
      }),
    },
    knowledge: undefined,
    registry: undefined,
    tuning: undefined,
    pipeline: undefined,
  });
  return plan(platform, 'dev', catalog);
}

function unknownIn(region: string, instanceType?: string): string | undefined {
  const result = planned(region, instanceType);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const chosen = result.value.aws?.deployment.endpoints['chat']?.instanceType;
  return chosen?.because.find(({ rule }) => rule === 'size.region-unknown')?.text;
}

test.each(['eu-west-1', 'ap-southeast-1', 'us-west-1', 'eu-south-1'])(
  'an endpoint in %s is planned, and what is unknown is said',
  (region) => {
    expect(unknownIn(region)).toMatch(new RegExp(`^no source in the catalogue says that ${region} has ml\\.`));
  },
);

test('a type is not taken for sold in every region', () => {
  expect(unknownIn('eu-central-1', 'ml.p6-b200.48xlarge')).toContain('eu-central-1 has ml.p6-b200.48xlarge');
  expect(unknownIn('us-east-1')).toBeUndefined();
});

test('a region without any known price asks for prices', () => {
  expect(planned('eu-south-2').issues).toEqual([expect.objectContaining({ code: 'PriceUnknown' })]);
});
