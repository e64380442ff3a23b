import { propertyRule } from '../../property-rule';

/** Set EnableLogFileValidation and IsMultiRegionTrail to true, and KMSKeyId: an attacker acts where nothing is recorded, or changes the record. */
export const trailWeak = propertyRule(
  {
    code: 'TrailWeak',
    family: 'data',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['CloudTrail.1', 'CloudTrail.2', 'CloudTrail.4'],
    rationale: 'An attacker acts where nothing is recorded, or changes the record.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CloudTrail::Trail'],
      path: 'EnableLogFileValidation',
      must: { is: [true] },
    },
    {
      types: ['AWS::CloudTrail::Trail'],
      path: 'IsMultiRegionTrail',
      must: { is: [true] },
    },
    {
      types: ['AWS::CloudTrail::Trail'],
      path: 'KMSKeyId',
      must: { set: true },
    },
    {
      types: ['AWS::CloudTrail::Trail'],
      path: 'IsLogging',
      must: { is: [true] },
    },
  ],
);
