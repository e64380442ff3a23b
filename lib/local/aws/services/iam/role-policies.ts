import type { Json, JsonObject } from '../../../../constraints/json';
import { isObject } from '../../../../constraints/json';
import { listAt, textAt } from '../../../../constraints/value';
import type { ExistingResource, Registry } from '../../state/registry';

/** Documents of the inline policies of a role by name: its own, and those that other resources put into it. */
export function inlinePolicies(role: ExistingResource, registry: Registry): ReadonlyMap<string, Json> {
  const { account, physicalId: name, properties } = role;
  const put = [
    ...registry.list('AWS::IAM::Policy', account).filter((one) => listAt(one.properties, 'Roles').includes(name)),
    ...registry.list('AWS::IAM::RolePolicy', account).filter((one) => textAt(one.properties, 'RoleName') === name),
  ].map((one) => one.properties);
  return new Map(
    [...listAt(properties, 'Policies').filter(isObject), ...put].flatMap((policy: JsonObject) => {
      const { PolicyName: policyName, PolicyDocument: document } = policy;
      return typeof policyName === 'string' && document !== undefined ? [[policyName, document] as const] : [];
    }),
  );
}

/** ARNs of the managed policies of a role: those it names, and those that name it. */
export function attachedPolicies(role: ExistingResource, registry: Registry): readonly string[] {
  const named = listAt(role.properties, 'ManagedPolicyArns').filter((arn) => typeof arn === 'string');
  const naming = registry
    .list('AWS::IAM::ManagedPolicy', role.account)
    .filter((policy) => listAt(policy.properties, 'Roles').includes(role.physicalId))
    .map(({ arn }) => arn);
  return [...new Set([...named, ...naming])];
}
