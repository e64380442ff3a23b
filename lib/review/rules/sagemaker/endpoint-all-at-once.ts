import { propertyRule } from '../../property-rule';

/** Set Type to CANARY or LINEAR: a bad image is served to every user before an alarm can stop it. */
export const endpointAllAtOnce = propertyRule(
  {
    code: 'EndpointAllAtOnce',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'A bad image is served to every user before an alarm can stop it.',
    source: {
      url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-blue-green.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Endpoint'],
      path: 'DeploymentConfig.BlueGreenUpdatePolicy.TrafficRoutingConfiguration.Type',
      must: { isNot: ['ALL_AT_ONCE'] },
    },
  ],
);
