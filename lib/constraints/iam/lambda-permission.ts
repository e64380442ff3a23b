import type { Constraint } from '../constraint';
import { textAt } from '../value';
import { principalProblem } from './policy-principal';

/** Who may call a function: an account, a role, or a service that exists. */
export const lambdaPermission: Constraint = {
  id: 'lambda-permission',
  types: ['AWS::Lambda::Permission'],
  source: { url: 'https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html', asOf: '2026-11-30' },
  check: ({ properties }) => {
    const text = textAt(properties, 'Principal');
    if (text === undefined) return [];
    const form = /^(?:\*|\d{12}|arn:.*)$/.test(text) ? 'AWS' : 'Service';
    const found = principalProblem({ form, text, pointer: '#/Principal' });
    return found === undefined
      ? []
      : [
          {
            pointer: '#/Principal',
            problem: `The provided principal was invalid. Please check the principal and try again. The principal is '${text}', expected ${found.expected}`,
            fix: found.fix,
          },
        ];
  },
};
