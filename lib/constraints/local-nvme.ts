import { localNvme } from './local-nvme-families';

const byFamily = new Map(localNvme.map((row) => [row.family, row.localNvme]));

/**
 * Whether an AWS instance type has local NVMe. SageMaker encrypts such a disk in hardware and refuses a customer-managed
 * key for the volume.
 *
 * @param instanceType - with or without `ml.`
 * @returns undefined for a family that the catalogue does not know: unknown never means no
 */
export function hasLocalNvme(instanceType: string): boolean | undefined {
  return byFamily.get(familyOf(instanceType));
}

/** The families whose volume SageMaker refuses a customer-managed key for. */
export const familiesWithLocalNvme: readonly string[] = localNvme
  .filter((row) => row.localNvme)
  .map(({ family }) => family);

/** The family of an AWS instance type: `g6e` of `ml.g6e.12xlarge`. */
export function familyOf(instanceType: string): string {
  return instanceType.replace(/^ml\./, '').split('.')[0] ?? '';
}
