import { propertyRule } from '../../property-rule';

/** Set VpcConfig: training data passes no security group of yours. */
export const clusterOutsideVpc = propertyRule(
  {
    code: 'ClusterOutsideVpc',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Training data passes no security group of yours.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-cluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Cluster'],
      path: 'VpcConfig',
      must: { set: true },
    },
  ],
);
