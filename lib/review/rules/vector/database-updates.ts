import { propertyRule } from '../../property-rule';

/** Set AutoMinorVersionUpgrade to true: known vulnerabilities are not patched. */
export const databaseUpdates = propertyRule(
  {
    code: 'DatabaseUpdates',
    family: 'vector',
    pack: 'regulated',
    safeguard: 'vulnerability',
    securityHub: ['RDS.13', 'RDS.35'],
    rationale: 'Known vulnerabilities are not patched.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'AutoMinorVersionUpgrade',
      must: { isNot: [false] },
    },
  ],
);
