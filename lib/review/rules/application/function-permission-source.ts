import { knownAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set SourceArn, or SourceAccount: a resource of a stranger calls the function (confused deputy). */
export const functionPermissionSource: Rule = {
  code: 'FunctionPermissionSource',
  family: 'application',
  pack: 'baseline',
  safeguard: 'least-privilege',
  securityHub: ['Lambda.1'],
  rationale: 'A resource of a stranger calls the function (confused deputy).',
  source: {
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::Lambda::Permission'],
  check: ({ properties }) => {
    const principal = knownAt(properties, 'Principal');
    const limited = ['SourceArn', 'SourceAccount', 'PrincipalOrgID'].some(
      (name) => knownAt(properties, name) !== undefined,
    );
    const service = typeof principal === 'string' && (principal === '*' || principal.includes('.amazonaws.com'));
    if (!service || limited || properties.FunctionUrlAuthType === 'AWS_IAM') return [];
    return [
      { path: 'SourceArn', message: `lets ${principal} call it for everybody`, fix: fixOf('FunctionPermissionSource') },
    ];
  },
};
