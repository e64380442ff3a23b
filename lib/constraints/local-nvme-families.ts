import type { Provenance } from '../catalog/types';

/** Whether the instance types of an EC2 family have local NVMe. */
export interface LocalNvmeRow extends Provenance {
  /** The part of a type before its size, without `ml.`: `g6e` of `ml.g6e.12xlarge`. */
  readonly family: string;
  readonly localNvme: boolean;
}

/** The list that the instance rows cite: a type with local NVMe has the label `instance-local-nvme`, in GB. */
const listed = {
  source: 'aws/karpenter-provider-aws@1d927085d website/content/en/preview/reference/instance-types.md',
  asOf: '2026-08-21',
} as const;
/** The list above no longer has the family, and the list of an older release does. */
const retired = {
  source: 'aws/karpenter-provider-aws@1d927085d website/content/en/v1.12/reference/instance-types.md',
  asOf: '2026-08-21',
} as const;
/** The list above does not have the family yet. */
const specified = {
  source: 'docs.aws.amazon.com/ec2/latest/instancetypes/ac.html, instance store specifications',
  asOf: '2026-11-01',
} as const;

/** A `d` after the generation means instance store volumes. The families without GPUs that SageMaker serves on. */
const named = {
  source: 'docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html; instance types of botocore 1.44.8',
  asOf: '2026-11-30',
} as const;

/** Every EC2 family of the catalogue, and whether its types have local NVMe. All types of a family agree. */
export const localNvme: readonly LocalNvmeRow[] = [
  ...'g4dn g5 g6 g6e g6f g7 g7e gr6 gr6f p3dn p4d p4de p5 p5e p5en p6-b200 p6-b300 trn1 trn1n trn2'
    .split(' ')
    .map((family) => ({ family, localNvme: true, ...listed })),
  { family: 'p6e-gb200', localNvme: true, ...specified },
  ...'c5d c6gd m5d m6gd r5d r6gd r7gd'.split(' ').map((family) => ({ family, localNvme: true, ...named })),
  { family: 'inf2', localNvme: false, ...listed },
  { family: 'p3', localNvme: false, ...retired },
];
