import { catalog } from '../../../lib/catalog';
import { nextModel, nextSize } from '../../../lib/preflight/next-place';

const here = (cloud: 'aws' | 'azure', region: string, instanceType: string) => ({ cloud, region, instanceType });

test.each([
  [
    'the next price with as much memory',
    nextSize(catalog, here('azure', 'swedencentral', 'Standard_NC4as_T4_v3')),
    'Standard_NV36ads_A10_v5 in swedencentral, $',
  ],
  [
    'a size that is known to work',
    nextSize(catalog, here('aws', 'us-east-1', 'ml.g6.xlarge'), ['ml.g5.xlarge']),
    'ml.',
  ],
  ['a size that nobody has', nextSize(catalog, here('aws', 'us-east-1', 'ml.none')), 'none known'],
  ['a successor', nextModel(catalog, 'azure-openai', 'gpt-4.1'), 'gpt-5.1'],
  ['no successor', nextModel(catalog, 'bedrock', 'amazon.titan-embed-text-v2:0'), 'none known'],
])('%s', (_, next, expected) => {
  expect(next).toContain(expected);
});

test('the next size has its price, and says when nobody knows whether the region sells it', () => {
  expect(nextSize(catalog, here('aws', 'eu-central-1', 'ml.g6.xlarge'))).toMatch(
    /^ml\.\S+ in eu-central-1, \$\d+\.\d\d an hour; no source says whether the region sells it$/,
  );
  expect(nextSize(catalog, here('aws', 'us-east-1', 'ml.g6.xlarge'), ['ml.g5.xlarge'])).not.toContain('ml.g5.xlarge ');
});
