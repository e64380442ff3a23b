import type { Finding } from '../../lib/review';

/** A finding about a role, with nothing in particular. */
export function finding(fields: Partial<Finding>): Finding {
  return {
    rule: 'IamWildcard',
    severity: 'error',
    environment: 'dev',
    cloud: 'aws',
    address: 'app/Role',
    type: 'AWS::IAM::Role',
    path: 'Policies.0',
    message: 'allows every action',
    fix: 'name the actions',
    ...fields,
  };
}
