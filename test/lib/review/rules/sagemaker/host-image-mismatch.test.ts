import type { HostImageFact } from '../../../../../lib/review';
import { check } from '../../../../../lib/review';
import { hostImageMismatch } from '../../../../../lib/review/rules/sagemaker/host-image-mismatch';
import { gpuVariantGraph } from '../../../../helpers/gpu-variant-graph';

const problem = 'cu130 does not start on ami-3';
const stated = { InferenceAmiVersion: 'ami-3' };
const found = (properties: Parameters<typeof gpuVariantGraph>[0], fact: HostImageFact | undefined): readonly string[] =>
  check(gpuVariantGraph(properties), [hostImageMismatch], { hostImage: () => fact }).findings.map(
    ({ severity, path, message, fix }) => `${severity} ${path}: ${message} | ${fix}`,
  );
const path = 'error ProductionVariants.0.InferenceAmiVersion';

test.each<[string, Parameters<typeof gpuVariantGraph>[0], HostImageFact | undefined, readonly string[]]>([
  ['a better host', stated, { problem, known: 'ami-4' }, [`${path}: ${problem} | set InferenceAmiVersion to ami-4`]],
  ['no better host', stated, { problem }, [`${path}: ${problem} | use an image for another CUDA version`]],
  ['no problem', stated, { known: 'ami-4' }, []],
  ['nothing known', stated, undefined, []],
  ['no host image', {}, { problem }, []],
])('a variant with %s', (_name, properties, fact, expected) => {
  expect(found(properties, fact)).toEqual(expected);
});

test('is skipped by name without a catalogue', () => {
  expect(check([], [hostImageMismatch]).skipped).toEqual([
    { rule: 'HostImageMismatch', reason: 'no catalogue was given' },
  ]);
});
