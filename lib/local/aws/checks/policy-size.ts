import type { Json } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/** Characters without white space. Source: IAM and STS character quotas. */
const limits = { managed: 6144, roleInline: 10_240, trust: 2048, trustRaised: 4096 } as const;

function size(document: Json | undefined): number {
  return document === undefined ? 0 : JSON.stringify(document).length;
}

/** A managed policy must fit its quota. */
export const managedPolicySize: ResourceCheck = ({ properties }) => {
  const length = size(properties['PolicyDocument']);
  return length > limits.managed
    ? `Cannot exceed quota for PolicySize: ${limits.managed}; the document has ${length} characters (#/PolicyDocument)`
    : undefined;
};

/** A trust policy must fit the highest quota that an account can request. Above the default quota, the check reports. */
export const trustPolicySize: ResourceCheck = ({ properties, unverified }) => {
  const length = size(properties['AssumeRolePolicyDocument']);
  if (length > limits.trustRaised) {
    return `Cannot exceed quota for ACLSizePerRole: ${limits.trustRaised}; the trust policy has ${length} characters (#/AssumeRolePolicyDocument)`;
  }
  if (length > limits.trust)
    unverified(`the trust policy has ${length} characters: accounts allow ${limits.trust} unless the quota was raised`);
  return undefined;
};

/** The inline policies of one role share a quota, in all resources that add them. */
export const inlinePolicySize: ResourceCheck = ({ properties, registry, account, logicalId }) => {
  for (const role of texts(properties['Roles'])) {
    const others = registry
      .list('AWS::IAM::Policy', account)
      .filter((policy) => policy.logicalId !== logicalId && texts(policy.properties['Roles']).includes(role))
      .map((policy) => policy.properties['PolicyDocument']);
    const inRole = registry.list('AWS::IAM::Role', account).find(({ physicalId }) => physicalId === role)?.properties[
      'Policies'
    ];
    const embedded = (isList(inRole) ? inRole : []).map((policy) =>
      isObject(policy) ? policy['PolicyDocument'] : undefined,
    );
    const total = [...others, ...embedded, properties['PolicyDocument']].reduce<number>(
      (sum, document) => sum + size(document),
      0,
    );
    if (total > limits.roleInline) {
      return `Maximum policy size of ${limits.roleInline} bytes exceeded for role ${role}: its inline policies have ${total} characters (#/PolicyDocument)`;
    }
  }
  return undefined;
};

function texts(value: Json | undefined): readonly string[] {
  return (isList(value) ? value : []).flatMap((element) => scalarText(element) ?? []);
}
