import type { AwsServingImage, InstanceOffer, ServingEngine } from '../../../../lib/catalog';
import { hostImage, hostImageLimit, unprovenHostImage } from '../../../../lib/plan/aws/host-image';
import { offer } from '../../../helpers/catalog';
import { endpoint } from '../../../helpers/platform';

const third = 'al2-ami-sagemaker-inference-gpu-3-1';
const fourth = 'al2023-ami-sagemaker-inference-gpu-4-1';

function engine(aws: Partial<AwsServingImage> = {}): ServingEngine {
  return {
    engine: 'vllm',
    version: '0.27.1',
    arguments: {},
    argumentsSource: { source: 'a parser', asOf: '2026-11-01' },
    aws: { repository: 'vllm', tag: '0.27.1-gpu-cu130', variables: { prefix: 'SM_VLLM_' }, ...aws },
    azure: { image: 'i' },
    source: 'engine row',
    asOf: '2026-11-01',
  };
}

const on = (instanceType: string): InstanceOffer => offer({ instanceType });
const pinnedTo = (instanceType?: string) => ({
  key: 'chat',
  endpoint: endpoint(instanceType === undefined ? {} : { pinned: { aws: { instanceType } } }),
});

test.each([
  ['ml.g6e.2xlarge', 'a public test or sample runs'],
  ['ml.p5.4xlarge', 'no run is recorded'],
  ['ml.g7.2xlarge', 'is unknown'],
])('the reasons of the host on %s say what was seen: %s', (instanceType, seen) => {
  const decision = hostImage(engine(), on(instanceType));
  expect(decision?.value).toBe(fourth);
  expect(decision?.because.map(({ rule }) => rule)).toEqual(['serving.host-image', 'serving.host-on-device']);
  expect(decision?.because[0]).toMatchObject({
    text: `0.27.1-gpu-cu130 is for CUDA 13, which starts on ${fourth} (driver 580, CUDA 13.0)`,
    source: { name: expect.stringContaining('test/test_utils/constants.py') as string },
  });
  expect(decision?.because[1]?.text).toContain(seen);
  expect(decision?.because[1]?.source).toBeDefined();
});

test('a host that the row of the engine names is explained by that row', () => {
  const decision = hostImage(
    engine({ tag: '0.36.0-lmi22.0.0-cu129', inferenceAmiVersion: fourth }),
    on('ml.g7e.2xlarge'),
  );
  expect(decision?.because[0]).toEqual({
    rule: 'serving.host-image',
    text: `the row of vllm 0.27.1 names ${fourth} (driver 580, CUDA 13.0) for 0.36.0-lmi22.0.0-cu129`,
    source: { name: 'engine row', asOf: '2026-11-01' },
  });
});

test('no host is decided for a triple that cannot be', () => {
  expect(hostImage(engine({ tag: '0.11.0-gpu-cu129' }), on('ml.g7e.2xlarge'))).toBeUndefined();
});

test.each([
  ['ml.g6e.2xlarge', undefined],
  ['ml.g6e.2xlarge', 'ml.g6e.2xlarge'],
  ['ml.p5.4xlarge', undefined],
  ['ml.g7.2xlarge', 'ml.g7.2xlarge'],
])('%s with pin %s is within the limit', (instanceType, pin) => {
  expect(hostImageLimit(pinnedTo(pin), { engine: engine(), offer: on(instanceType) })).toBeUndefined();
});

test('a device that nobody was seen to use is not chosen, and the fix is to pin it', () => {
  expect(hostImageLimit(pinnedTo(), { engine: engine(), offer: on('ml.g7.2xlarge') })).toMatchObject({
    text: expect.stringMatching(
      /^whether .*4-1 \(driver 580, CUDA 13.0\) runs on ml.g7.2xlarge is unknown \(EKS asks for driver 595/,
    ) as string,
    issue: {
      code: 'HostImageImpossible',
      path: 'endpoints.chat.serving.version',
      got: '0.27.1',
      fix: "pin endpoints.chat.pinned.aws.instanceType to 'ml.g7.2xlarge' to try it all the same",
    },
  });
});

test('a pinned device without a host is refused at the pin', () => {
  const refused = hostImageLimit(pinnedTo('ml.g7e.2xlarge'), {
    engine: engine({ tag: '0.11.0-gpu-cu129' }),
    offer: on('ml.g7e.2xlarge'),
  });
  expect(refused?.issue).toMatchObject({
    code: 'HostImageImpossible',
    path: 'endpoints.chat.pinned.aws.instanceType',
    message: expect.stringContaining(`${third} (driver 550, CUDA 12.4) does not run on g7e`) as string,
    got: 'ml.g7e.2xlarge',
    fix: 'use an instance type of another family than ml.g7e.2xlarge, or a version of vllm for another CUDA version',
  });
});

test.each([
  ['ml.g7.2xlarge', 1],
  ['ml.p6-b300.48xlarge', 1],
  ['ml.g99.xlarge', 1],
  ['ml.g7e.2xlarge', 0],
  ['ml.p5.4xlarge', 0],
])('%s gives %d warnings', (instanceType, count) => {
  const issues = unprovenHostImage(pinnedTo(instanceType), { engine: engine(), offer: on(instanceType) });
  expect(issues.map(({ code, got }) => [code, got])).toEqual(Array(count).fill(['HostImageUnproven', instanceType]));
});
