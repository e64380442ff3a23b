import { trustPolicyAboveDefault, trustPolicyLimit } from '../../../constraints/iam/policy-size';
import { serviceRoleRows } from '../../../constraints/iam/service-role';
import { scalarText } from '../../../constraints/json';
import { at } from '../../../constraints/value';
import type { ResourceCheck } from './check';

/** Reports a role of another account: its trust policy is not known. */
export const unverifiedRole: ResourceCheck = ({ type, properties, account, unverified }) => {
  for (const { path, services } of serviceRoleRows.filter((row) => row.type === type)) {
    const arn = scalarText(at(properties, ...path));
    const owner = arn?.split(':')[4];
    if (owner === undefined || owner === account) continue;
    unverified(`role ${arn ?? ''} is of another account, so its trust in ${services.join(' or ')} is not checked`);
  }
  return undefined;
};

/** Reports a trust policy above the default quota, which an account can raise. */
export const unverifiedTrustSize: ResourceCheck = ({ properties, unverified }) => {
  const length = trustPolicyAboveDefault(properties['AssumeRolePolicyDocument']);
  if (length !== undefined)
    unverified(
      `the trust policy has ${length} characters: accounts allow ${trustPolicyLimit} unless the quota was raised`,
    );
  return undefined;
};
