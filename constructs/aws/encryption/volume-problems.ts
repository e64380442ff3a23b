import { hasLocalNvme } from '../../../lib/constraints/local-nvme';
import type { PropProblem } from '../props/prop-problem';

/** Whose key encrypts the volumes of an instance type. */
interface EncryptedVolume {
  readonly instanceType: string;
  readonly volumeEncryption?: 'customer-key' | 'instance-store-hardware';
}

/** SageMaker refuses a key for the volume of an instance type with local NVMe, of endpoints and training jobs alike. */
export function volumeEncryptionProblems(
  prefix: string,
  { volumeEncryption, instanceType }: EncryptedVolume,
): readonly PropProblem[] {
  if (volumeEncryption !== 'customer-key' || hasLocalNvme(instanceType) !== true) return [];
  return [
    {
      prop: `${prefix}volumeEncryption`,
      got: volumeEncryption,
      expected: `instance-store-hardware: ${instanceType} has local NVMe, and SageMaker refuses a key for it`,
      fix: "use 'instance-store-hardware'",
    },
  ];
}
