import { isCustomResource } from '../../../constraints/schema/special-types';
import { ServiceError } from '../errors';
import type { Template } from './template';

const identityTypes =
  /^AWS::IAM::(?:AccessKey|Group|InstanceProfile|ManagedPolicy|Policy|Role|User|UserToGroupAddition)$/;
const nameProperties = ['RoleName', 'UserName', 'GroupName', 'ManagedPolicyName', 'InstanceProfileName'];

/** The capability that a template needs, with the resources that need it; undefined for none. */
export function neededCapability(
  template: Template,
): { readonly capability: 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM'; readonly types: readonly string[] } | undefined {
  const identities = [...template.resources.values()].filter(
    ({ type }) => !isCustomResource(type) && identityTypes.test(type),
  );
  if (identities.length === 0) return undefined;
  const named = identities.some(({ properties }) => nameProperties.some((name) => name in properties));
  return {
    capability: named ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM',
    types: [...new Set(identities.map(({ type }) => type))],
  };
}

/** Refuses a template with IAM resources unless the caller acknowledged them. @throws ServiceError */
export function assertCapabilities(template: Template, capabilities: readonly string[]): void {
  const needed = neededCapability(template);
  if (needed === undefined || capabilities.includes('CAPABILITY_NAMED_IAM') || capabilities.includes(needed.capability))
    return;
  throw new ServiceError('InsufficientCapabilitiesException', `Requires capabilities : [${needed.capability}]`);
}
