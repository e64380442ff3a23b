import { propertyRule } from '../../property-rule';

/** Set NodeRecovery to Automatic: one broken GPU ends the training. */
export const clusterNodeRecovery = propertyRule(
  {
    code: 'ClusterNodeRecovery',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'One broken GPU ends the training.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-cluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Cluster'],
      path: 'NodeRecovery',
      must: { is: ['Automatic'] },
    },
  ],
);
