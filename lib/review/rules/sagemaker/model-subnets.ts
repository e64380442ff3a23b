import { propertyRule } from '../../property-rule';

/** Name subnets of at least two zones in VpcConfig: sageMaker cannot place instances in a second zone. */
export const modelSubnets = propertyRule(
  {
    code: 'ModelSubnets',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'SageMaker cannot place instances in a second zone.',
    source: {
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-best-practices.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Model'],
      path: 'VpcConfig.Subnets',
      must: { items: 2 },
      mayBeAbsent: true,
    },
  ],
);
