import { listOf } from '../../policy';
import { textOf } from '../../policy-text';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Write a policy with the actions and resources that are needed: a stolen credential can do everything, and AWS adds rights without a change here. */
export const managedPolicyWide: Rule = {
  code: 'ManagedPolicyWide',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'least-privilege',
  securityHub: ['IAM.1'],
  rationale: 'A stolen credential can do everything, and AWS adds rights without a change here.',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html', asOf: '2026-11-30' },
  types: ['AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::SSO::PermissionSet'],
  check: ({ properties }) =>
    ['ManagedPolicyArns', 'ManagedPolicies'].flatMap((name) =>
      listOf(properties[name]).flatMap((value, index) => {
        const policy = textOf(value)?.split(':policy/').at(-1) ?? '';
        if (!/(?:FullAccess(?:V\d+)?|AdministratorAccess|PowerUserAccess|IAMFullAccess)$/.test(policy)) return [];
        return [{ path: `${name}.${index}`, message: `has ${policy}`, fix: fixOf('ManagedPolicyWide') }];
      }),
    ),
};
