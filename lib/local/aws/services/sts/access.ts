import type { AccessRequest } from '../../iam/context';

/** Every caller may ask who it is; AssumeRole asks the role's trust policy itself, after it has found the role. */
export function stsAccess(): readonly AccessRequest[] {
  return [];
}
