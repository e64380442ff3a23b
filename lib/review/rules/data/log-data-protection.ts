import { propertyRule } from '../../property-rule';

/** Set DataProtectionPolicy: prompts of users are in clear text for whoever reads logs. */
export const logDataProtection = propertyRule(
  {
    code: 'LogDataProtection',
    family: 'data',
    pack: 'regulated',
    safeguard: 'personal-data',
    rationale: 'Prompts of users are in clear text for whoever reads logs.',
    source: {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Logs::LogGroup'],
      path: 'DataProtectionPolicy',
      must: { set: true },
    },
  ],
);
