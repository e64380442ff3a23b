import type { RuleContext } from '../../../../../lib/review';
import { check } from '../../../../../lib/review';
import { hostImageUnset } from '../../../../../lib/review/rules/sagemaker/host-image-unset';
import { gpuVariantGraph } from '../../../../helpers/gpu-variant-graph';

const found = (
  properties: Parameters<typeof gpuVariantGraph>[0],
  hostImage: RuleContext['hostImage'],
): readonly string[] =>
  check(gpuVariantGraph(properties), [hostImageUnset], hostImage === undefined ? {} : { hostImage }).findings.map(
    ({ severity, path, fix }) => `${severity} ${path}: ${fix}`,
  );
const path = 'warning ProductionVariants.0.InferenceAmiVersion';

test.each<[string, Parameters<typeof gpuVariantGraph>[0], RuleContext['hostImage'], readonly string[]]>([
  ['no host image, and one is known', {}, () => ({ known: 'ami-4' }), [`${path}: set InferenceAmiVersion to ami-4`]],
  ['no host image, and none is known', {}, () => ({}), [`${path}: set InferenceAmiVersion`]],
  ['an image that the default starts', {}, () => undefined, []],
  ['a host image', { InferenceAmiVersion: 'ami-4' }, () => ({}), []],
  ['a host image that is a reference', { InferenceAmiVersion: { Ref: 'Host' } }, () => ({}), []],
  ['no GPU', { InstanceType: 'ml.m7g.xlarge' }, () => ({}), []],
])('a variant with %s', (_name, properties, hostImage, expected) => {
  expect(found(properties, hostImage)).toEqual(expected);
});

test('asks with the tag, without the digest', () => {
  const asked: unknown[] = [];
  found({}, (...request) => {
    asked.push(request);
    return undefined;
  });
  expect(asked).toEqual([['1.0-cu130', 'ml.g6e.2xlarge']]);
});

test('is skipped by name without a catalogue', () => {
  expect(check([], [hostImageUnset]).skipped).toEqual([{ rule: 'HostImageUnset', reason: 'no catalogue was given' }]);
});
