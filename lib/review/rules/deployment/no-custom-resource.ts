import type { Rule } from '../../rule';

/** No resource depends on code that runs during deployment. */
export const noCustomResource: Rule = {
  code: 'CustomResource',
  family: 'deployment',
  pack: 'baseline',
  safeguard: 'change-control',
  rationale: 'The code of a custom resource fails deployments and their rollbacks.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html',
    asOf: '2026-11-30',
  },
  check(node) {
    const custom =
      node.type.startsWith('Custom::') ||
      node.type === 'AWS::CloudFormation::CustomResource' ||
      node.type === 'pulumi-nodejs:dynamic:Resource';
    if (!custom) return [];
    return [
      {
        path: '',
        message: 'is a custom resource: its code can fail a deployment and a rollback',
        fix: 'use the native resource type, or record the reason in an ADR',
      },
    ];
  },
};
