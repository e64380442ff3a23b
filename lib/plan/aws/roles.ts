import type { AwsContext } from '../context';
import { pinned } from '../decision';
import type { AwsPlan } from './aws-plan';

/** What the config says about every role; nothing where it says nothing. */
export function roles({ key, target }: AwsContext): Pick<AwsPlan, 'roles'> {
  const { permissionsBoundary, rolePath } = target;
  if (permissionsBoundary === undefined && rolePath === undefined) return {};
  const path = `environments.${key}.aws`;
  return {
    roles: {
      ...(permissionsBoundary === undefined
        ? {}
        : { permissionsBoundary: pinned(permissionsBoundary, `${path}.permissionsBoundary`) }),
      ...(rolePath === undefined ? {} : { path: pinned(rolePath, `${path}.rolePath`) }),
    },
  };
}
