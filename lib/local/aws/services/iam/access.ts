import type { AccessRequest } from '../../iam/context';
import type { QueryParameters } from '../../wire/query-parameters';
import type { CallContext } from '../call';

/**
 * What a caller of IAM must be allowed to do: the action on the role or policy that it names.
 * Source: Service Authorization Reference, AWS IAM (read 2026-11-30).
 */
export function iamAccess(
  action: string,
  parameters: QueryParameters,
  { account, cloud }: CallContext,
): readonly AccessRequest[] {
  const name = parameters.get('RoleName');
  const role = cloud.registry.list('AWS::IAM::Role', account).find(({ physicalId }) => physicalId === name);
  const named = name === undefined ? undefined : (role?.arn ?? `arn:aws:iam::${account}:role/${name}`);
  return [{ action: `iam:${action}`, resource: named ?? parameters.get('PolicyArn') ?? '*' }];
}
