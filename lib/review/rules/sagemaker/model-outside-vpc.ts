import { propertyRule } from '../../property-rule';

/** Set VpcConfig with subnets and security groups: no endpoint policy and no security group limits what the model reaches. */
export const modelOutsideVpc = propertyRule(
  {
    code: 'ModelOutsideVpc',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'No endpoint policy and no security group limits what the model reaches.',
    source: { url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::SageMaker::Model'],
      path: 'VpcConfig',
      must: { set: true },
    },
  ],
);
