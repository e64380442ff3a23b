import { volumeEncryption } from '../../../../lib/plan/aws/volume-encryption';
import { offer } from '../../../helpers/catalog';

const { localNvme, ...unknown } = offer();

test.each([
  ['local NVMe', { ...unknown, localNvme: true }, 'instance-store-hardware', 'has local NVMe'],
  ['network storage', { ...unknown, localNvme: false }, 'customer-key', 'has network storage'],
  // SageMaker refuses a key for local NVMe, and takes none for every type.
  ['unknown storage', unknown, 'instance-store-hardware', 'is unknown'],
] as const)('a volume on %s', (_, row, value, text) => {
  expect(localNvme).toBeDefined();
  const decision = volumeEncryption(row);
  expect(decision.value).toBe(value);
  expect(decision.because[0]?.text).toContain(text);
});
