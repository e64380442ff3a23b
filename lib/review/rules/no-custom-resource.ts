import type { Rule } from '../finding';

export const noCustomResource: Rule = {
  id: 'no-custom-resource',
  severity: 'error',
  holds: 'no resource depends on code that runs during deployment',
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
