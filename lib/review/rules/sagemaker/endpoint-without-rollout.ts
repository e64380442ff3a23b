import { propertyRule } from '../../property-rule';

/** Set DeploymentConfig with a canary, linear or rolling policy and alarms: a bad image is served to every user before anybody sees it. */
export const endpointWithoutRollout = propertyRule(
  {
    code: 'EndpointWithoutRollout',
    family: 'sagemaker',
    pack: 'production',
    safeguard: 'change-control',
    rationale: 'A bad image is served to every user before anybody sees it.',
    source: { url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::SageMaker::Endpoint'],
      path: 'DeploymentConfig',
      must: { set: true },
    },
  ],
);
