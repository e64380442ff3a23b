import type { Rule } from '../finding';

/** No resource depends on code that runs during deployment. */
export const noCustomResource: Rule = {
  code: 'CustomResource',
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
