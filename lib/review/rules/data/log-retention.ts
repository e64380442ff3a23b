import { propertyRule } from '../../property-rule';

/** Set RetentionInDays: prompts in logs are kept longer than their purpose. */
export const logRetention = propertyRule(
  {
    code: 'LogRetention',
    family: 'data',
    pack: 'production',
    safeguard: 'retention',
    securityHub: ['CloudWatch.16'],
    rationale: 'Prompts in logs are kept longer than their purpose.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Logs::LogGroup'],
      path: 'RetentionInDays',
      must: { set: true },
    },
  ],
);
