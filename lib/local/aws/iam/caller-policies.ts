import type { Json, JsonObject } from '../../../constraints/json';
import { listAt, textAt } from '../../../constraints/value';
import type { Caller } from '../credentials';
import type { ExistingResource, Registry } from '../state/registry';
import type { ApplicablePolicies } from './evaluate';
import { managedDocument } from './managed-policies';
import type { Policy } from './policy';
import { policyOf } from './policy';

/** The policies of a caller: its own, its boundary and those of its session. */
export type CallerPolicies = Pick<ApplicablePolicies, 'identity' | 'unknown' | 'boundary' | 'session'>;

/** An identity that policies are attached to, with the property of a policy that names it. */
interface Holder {
  readonly name: string;
  readonly arn: string;
  readonly attachedBy: 'Roles' | 'Users' | 'Groups';
  readonly properties: JsonObject;
}

/** The role or user of a caller; undefined for the account, and for one that no longer exists. */
export function identityResource(caller: Caller, registry: Registry): ExistingResource | undefined {
  const [type, name] =
    caller.role === undefined ? ['AWS::IAM::User', caller.user] : ['AWS::IAM::Role', caller.role.name];
  return registry.list(type, caller.account).find(({ physicalId }) => physicalId === name);
}

/** The policies of a caller. The account itself needs none; a role or user that no longer exists has none. */
export function callerPolicies(caller: Caller, registry: Registry): CallerPolicies {
  if (caller.role === undefined && caller.user === undefined) return { identity: undefined, unknown: [] };
  const resource = identityResource(caller, registry);
  const session = caller.role?.grant?.policies?.map(policyOf);
  if (resource === undefined) return { identity: [], unknown: [], session };
  const { physicalId: name, arn, properties } = resource;
  const own: Holder = { name, arn, properties, attachedBy: caller.role === undefined ? 'Users' : 'Roles' };
  const attached = [own, ...groupsOf(own, caller.account, registry)].flatMap((holder) =>
    policiesOf(holder, caller.account, registry),
  );
  const boundary = textAt(properties, 'PermissionsBoundary');
  return {
    identity: attached.flatMap((policy) => (typeof policy === 'string' ? [] : [policy])),
    unknown: attached.filter((policy) => typeof policy === 'string'),
    boundary: boundary === undefined ? undefined : policyOf(managedPolicyDocument(boundary, registry)),
    session,
  };
}

function groupsOf(user: Holder, account: string, registry: Registry): readonly Holder[] {
  if (user.attachedBy !== 'Users') return [];
  const named = new Set([
    ...texts(user.properties['Groups']),
    ...registry
      .list('AWS::IAM::UserToGroupAddition', account)
      .filter(({ properties }) => texts(properties['Users']).includes(user.name))
      .flatMap(({ properties }) => textAt(properties, 'GroupName') ?? []),
  ]);
  return registry
    .list('AWS::IAM::Group', account)
    .filter(({ physicalId }) => named.has(physicalId))
    .map(({ physicalId: name, arn, properties }) => ({ name, arn, properties, attachedBy: 'Groups' }));
}

/** Every policy of an identity; the ARN instead where its document is not known. */
function policiesOf(holder: Holder, account: string, registry: Registry): readonly (Policy | string)[] {
  const { name, properties, attachedBy } = holder;
  const single = `AWS::IAM::${attachedBy.slice(0, -1)}Policy`;
  const documents: readonly (Json | undefined)[] = [
    ...listAt(properties, 'Policies').map((policy) => (policy as JsonObject)['PolicyDocument']),
    ...registry
      .list('AWS::IAM::Policy', account)
      .filter((policy) => texts(policy.properties[attachedBy]).includes(name))
      .map((policy) => policy.properties['PolicyDocument']),
    ...registry
      .list(single, account)
      .filter((policy) => textAt(policy.properties, `${attachedBy.slice(0, -1)}Name`) === name)
      .map((policy) => policy.properties['PolicyDocument']),
    ...registry
      .list('AWS::IAM::ManagedPolicy', account)
      .filter((policy) => texts(policy.properties[attachedBy]).includes(name))
      .map((policy) => policy.properties['PolicyDocument']),
  ];
  const managed = texts(properties['ManagedPolicyArns']).map((arn) => {
    const document = managedPolicyDocument(arn, registry);
    return document === undefined ? arn : policyOf(document);
  });
  return [...documents.map(policyOf), ...managed];
}

/** The document of a managed policy of an account or of AWS. */
export function managedPolicyDocument(arn: string, registry: Registry): Json | undefined {
  const owner = arn.split(':')[4] ?? '';
  if (owner === 'aws') return managedDocument(arn);
  return registry.list('AWS::IAM::ManagedPolicy', owner).find((policy) => policy.arn === arn)?.properties[
    'PolicyDocument'
  ];
}

function texts(value: Json | undefined): readonly string[] {
  return listAt(value).filter((element) => typeof element === 'string');
}
