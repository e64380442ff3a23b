import { volumeEncryptionProblems } from '../../../../constructs/aws/encryption/volume-problems';

test.each([
  ['ml.g6e.12xlarge', 'customer-key', ['job.volumeEncryption']],
  ['ml.g6e.12xlarge', 'instance-store-hardware', []],
  ['ml.m5.xlarge', 'customer-key', []],
] as const)('%s with %s', (instanceType, volumeEncryption, expected) => {
  const problems = volumeEncryptionProblems('job.', { instanceType, volumeEncryption });
  expect(problems.map(({ prop }) => prop)).toEqual(expected);
});

test('without a choice no key is set, which every type accepts', () => {
  expect(volumeEncryptionProblems('', { instanceType: 'ml.g6e.12xlarge' })).toEqual([]);
});
