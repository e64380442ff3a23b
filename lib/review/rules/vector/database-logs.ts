import { propertyRule } from '../../property-rule';

/** Name postgresql in EnableCloudwatchLogsExports: nobody can see who read what. */
export const databaseLogs = propertyRule(
  {
    code: 'DatabaseLogs',
    family: 'vector',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['RDS.9', 'RDS.34'],
    rationale: 'Nobody can see who read what.',
    source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::RDS::DBCluster'],
      path: 'EnableCloudwatchLogsExports',
      must: { set: true },
    },
    {
      types: ['AWS::RDS::DBInstance'],
      path: 'EnableCloudwatchLogsExports',
      must: { set: true },
      where: ({ properties }) => properties.DBClusterIdentifier === undefined,
    },
  ],
);
