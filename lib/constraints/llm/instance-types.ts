/** What an instance of SageMaker is for. */
export type InstanceUse = 'training' | 'processing' | 'transform' | 'hosting';

/**
 * Instance types of SageMaker by what they are for, without `ml.`; a type that is missing is for none of these.
 *
 * Source: TrainingInstanceType, ProcessingInstanceType, TransformInstanceType and ProductionVariantInstanceType in the API
 * model, botocore 1.44.8, read on 2026-11-30.
 */
export const instanceTypes: readonly (readonly [uses: readonly InstanceUse[], types: string])[] = [
  [
    ['hosting'],
    'c4.large c5.large c5d.large|xlarge|2xlarge|4xlarge|9xlarge|18xlarge c6g.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge c6gd.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge c6gn.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge c6in.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge c7g.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge c8g.medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge dl1.24xlarge inf1.xlarge|2xlarge|6xlarge|24xlarge m5d.large|xlarge|2xlarge|4xlarge|12xlarge|24xlarge m6g.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge m6gd.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge m8g.medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge r6g.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge r6gd.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge r7gd.medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge r8g.medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge t2.medium|large|xlarge|2xlarge',
  ],
  [
    ['training', 'processing', 'transform', 'hosting'],
    'c4.xlarge|2xlarge|4xlarge|8xlarge c5.xlarge|2xlarge|4xlarge|9xlarge|18xlarge c6i.xlarge|2xlarge|8xlarge|4xlarge|12xlarge|16xlarge|24xlarge|32xlarge c7i.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge g4dn.xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge g5.xlarge|2xlarge|4xlarge|8xlarge|16xlarge|12xlarge|24xlarge|48xlarge g6.xlarge|2xlarge|4xlarge|8xlarge|16xlarge|12xlarge|24xlarge|48xlarge g6e.xlarge|2xlarge|4xlarge|8xlarge|16xlarge|12xlarge|24xlarge|48xlarge m4.xlarge|2xlarge|4xlarge|10xlarge|16xlarge m5.large|xlarge|2xlarge|4xlarge|12xlarge|24xlarge m6i.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge m7i.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge p2.xlarge|8xlarge|16xlarge p3.2xlarge|8xlarge|16xlarge r6i.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge r7i.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|48xlarge',
  ],
  [
    ['training', 'processing'],
    'c7i-flex.xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge c8i.xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge|48xlarge|96xlarge c8i-flex.xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge m7i-flex.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge m8i.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge|48xlarge|96xlarge m8i-flex.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge r5.8xlarge|16xlarge r5d.8xlarge|16xlarge r8i.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge|24xlarge|32xlarge|48xlarge|96xlarge r8i-flex.large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge t3.medium|large|xlarge|2xlarge',
  ],
  [
    ['training', 'processing', 'hosting'],
    'g7.2xlarge|4xlarge|8xlarge|12xlarge|24xlarge|48xlarge g7e.2xlarge|4xlarge|8xlarge|12xlarge|24xlarge|48xlarge p5.4xlarge r5.large|xlarge|2xlarge|4xlarge|12xlarge|24xlarge r5d.large|xlarge|2xlarge|4xlarge|12xlarge|24xlarge',
  ],
  [
    ['training', 'hosting'],
    'p4d.24xlarge p4de.24xlarge p5.48xlarge p5e.48xlarge p5en.48xlarge p6-b200.48xlarge p6-b300.48xlarge p6e-gb200.36xlarge trn1n.32xlarge trn2.48xlarge',
  ],
  [['training'], 'c5n.xlarge|2xlarge|4xlarge|9xlarge|18xlarge p3dn.24xlarge'],
  [['transform', 'hosting'], 'c6i.large inf2.xlarge|8xlarge|24xlarge|48xlarge'],
  [['training', 'transform', 'hosting'], 'trn1.2xlarge|32xlarge'],
];
