import type { Constraint } from '../constraint';
import { isList } from '../json';
import { at } from '../value';

const lists = ['Groups', 'Roles', 'Users'];

/** An inline policy must be attached to something. */
export const policyAttached: Constraint = {
  id: 'policy-attached',
  types: ['AWS::IAM::Policy'],
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const attached = lists.some((name) => {
      const value = at(properties, name);
      return value !== undefined && !(isList(value) && value.length === 0);
    });
    return attached
      ? []
      : [
          {
            pointer: '#',
            problem: 'At least one of [Groups,Roles,Users] must be non-empty. The policy is attached to nothing',
            fix: 'Name a group, role or user.',
          },
        ];
  },
};
