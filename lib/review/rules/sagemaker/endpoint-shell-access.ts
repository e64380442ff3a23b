import { propertyRule } from '../../property-rule';

/** Leave out EnableSSMAccess: whoever may start a session reads prompts and weights in memory. */
export const endpointShellAccess = propertyRule(
  {
    code: 'EndpointShellAccess',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'Whoever may start a session reads prompts and weights in memory.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-endpointconfig.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::EndpointConfig'],
      path: 'ProductionVariants.*.EnableSSMAccess',
      must: { isNot: [true] },
    },
  ],
);
