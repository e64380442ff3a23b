import { serviceRoleRows } from '../../../constraints/iam/service-role';
import type { ResourceCheck } from './check';
import { unverifiedRole, unverifiedTrustSize } from './unverified';

const withRole = new Set(serviceRoleRows.map(({ type }) => type));

/** What the local cloud reports as not checked beside the constraints of a type. */
export function checksOf(type: string): readonly ResourceCheck[] {
  return [...(withRole.has(type) ? [unverifiedRole] : []), ...(type === 'AWS::IAM::Role' ? [unverifiedTrustSize] : [])];
}
