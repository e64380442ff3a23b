import { endpointConfigKms } from '../../../../../lib/local/aws/checks/endpoint-config-kms';
import { checkInput } from './check-input';

const check = (...types: readonly string[]) =>
  endpointConfigKms(checkInput({ KmsKeyId: 'k', ProductionVariants: types.map((InstanceType) => ({ InstanceType })) }));

test.each([['ml.m5.xlarge'], ['ml.g4ad.xlarge'], ['ml.m5.xlarge', 'ml.inf2.xlarge']])(
  'accepts a key with %s',
  (...types) => {
    expect(check(...types)).toBeUndefined();
  },
);

test.each([
  [['ml.g5.xlarge'], 'ml.g5.xlarge'],
  [['ml.m5.xlarge', 'ml.p4de.24xlarge'], 'ml.p4de.24xlarge'],
  [['ml.c5d.xlarge'], 'ml.c5d.xlarge'],
])('fails on a key with %j', (types, named) => {
  expect(check(...types)).toBe(
    `KmsKeyId is not supported for instance type ${named}, whose local NVMe storage is encrypted by a hardware key: remove KmsKeyId (#/KmsKeyId)`,
  );
});

test('a configuration without a key, or without variants, has nothing to refuse', () => {
  expect(endpointConfigKms(checkInput({ ProductionVariants: [{ InstanceType: 'ml.g5.xlarge' }] }))).toBeUndefined();
  expect(endpointConfigKms(checkInput({ KmsKeyId: 'k' }))).toBeUndefined();
  expect(endpointConfigKms(checkInput({ KmsKeyId: 'k', ProductionVariants: [{}] }))).toBeUndefined();
});
