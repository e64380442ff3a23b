import { knownAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set Status of CloudWatchLogs to ENABLED: nobody can see what a build did. */
export const buildLogs = propertyRule(
  {
    code: 'BuildLogs',
    family: 'ci',
    pack: 'production',
    safeguard: 'logging',
    securityHub: ['CodeBuild.4'],
    rationale: 'Nobody can see what a build did.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodeBuild::Project'],
      path: 'LogsConfig.CloudWatchLogs.Status',
      // Builds log to CloudWatch by default: the page of LogsConfig in the template reference, read 2026-12-01.
      mayBeAbsent: true,
      must: { is: ['ENABLED'] },
      where: ({ properties }) => knownAt(properties, 'LogsConfig.S3Logs.Status') !== 'ENABLED',
    },
  ],
);
