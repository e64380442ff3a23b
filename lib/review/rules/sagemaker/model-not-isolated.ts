import { propertyRule } from '../../property-rule';

/** Set EnableNetworkIsolation to true: a container that was tampered with sends prompts and weights away. */
export const modelNotIsolated = propertyRule(
  {
    code: 'ModelNotIsolated',
    family: 'sagemaker',
    pack: 'baseline',
    safeguard: 'boundary',
    securityHub: ['SageMaker.5'],
    rationale: 'A container that was tampered with sends prompts and weights away.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::SageMaker::Model'],
      path: 'EnableNetworkIsolation',
      must: { is: [true] },
    },
  ],
);
