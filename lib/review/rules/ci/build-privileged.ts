import { propertyRule } from '../../property-rule';

/** Leave out PrivilegedMode, or build images without a Docker daemon: a package in the build takes over the host. */
export const buildPrivileged = propertyRule(
  {
    code: 'BuildPrivileged',
    family: 'ci',
    pack: 'baseline',
    safeguard: 'least-privilege',
    securityHub: ['CodeBuild.5'],
    rationale: 'A package in the build takes over the host.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::CodeBuild::Project'],
      path: 'Environment.PrivilegedMode',
      must: { isNot: [true] },
    },
  ],
);
