import { contentsOf, digestOf, servesImage } from '../../../../../../lib/local/aws/services/ecr/store';
import { Cloud } from '../../../../../../lib/local/aws/state/cloud';
import { testAccount, testRegion } from '../../engine';

const cloud = new Cloud('test', () => new Date('2026-11-30T00:00:00Z'));
const repository = contentsOf(
  {
    account: testAccount,
    region: testRegion,
    type: 'AWS::ECR::Repository',
    logicalId: 'R',
    stackId: 's',
    physicalId: 'serving',
    arn: `arn:aws:ecr:${testRegion}:${testAccount}:repository/serving`,
    uniqueKey: undefined,
    properties: {},
  },
  cloud,
);

/** Stores a manifest as it is, whatever it names. */
function store(manifest: object): string {
  const text = JSON.stringify(manifest);
  const digest = digestOf(text);
  repository.manifests.set(digest, { digest, text, mediaType: '', pushedAt: cloud.now() });
  return digest;
}

test('an image is served by digest and tag when its manifest and every layer are there, through an index too', () => {
  const layer = digestOf('layer');
  const image = store({ config: { digest: layer }, layers: [{ digest: digestOf('second') }] });
  const index = store({ manifests: [{ digest: image }] });
  repository.tags.set('v1', index);
  repository.layers.set(layer, Buffer.from('layer'));
  expect([image, index, 'v1'].map((reference) => servesImage(repository, reference))).toEqual([false, false, false]);
  repository.layers.set(digestOf('second'), Buffer.from('second'));
  expect([image, index, 'v1'].map((reference) => servesImage(repository, reference))).toEqual([true, true, true]);
  expect(['v2', digestOf('none')].map((reference) => servesImage(repository, reference))).toEqual([false, false]);
});
