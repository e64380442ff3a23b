import type { PropertyValue, ResourceNode } from '../../graph';
import { canonicalText } from '../change/same-value';
import type { PlacedStatement } from '../policy';
import { isMap, listOf, statementsIn, valueAt } from '../policy';

/** One right: who may do what with what, under which condition. */
export interface Grant {
  /** Address of a role, or a principal as a policy writes it. */
  readonly holder: string;
  readonly kind: 'identity' | 'trust' | 'resource' | 'managed';
  readonly deny: boolean;
  readonly action: string;
  readonly resource: string;
  /** Empty where there is none. */
  readonly condition: string;
  /** Resource that declares it. */
  readonly address: string;
  readonly path: string;
}

/** Policies of a resource: the property that holds the document, and the property that names the resource, if not itself. */
const resourcePolicies: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::EC2::VPCEndpoint': 'PolicyDocument',
  'AWS::SageMaker::ModelPackageGroup': 'ModelPackageGroupPolicy',
  'AWS::S3Vectors::VectorBucketPolicy': 'Policy',
  'AWS::Lambda::LayerVersionPermission': 'Policy',
};

const identityTypes: ReadonlySet<string> = new Set([
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::User',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::Group',
]);

/** Whether a resource of the type grants rights. */
export function grantsRights(type: string): boolean {
  return (
    identityTypes.has(type) ||
    Object.hasOwn(resourcePolicies, type) ||
    type === 'azure-native:authorization:RoleAssignment'
  );
}

/** The rights that a resource grants. */
export function grantsOf(node: ResourceNode): readonly Grant[] {
  if (node.type === 'azure-native:authorization:RoleAssignment') return [roleAssignment(node)];
  if (identityTypes.has(node.type)) return [...identityGrants(node), ...trustGrants(node), ...managedGrants(node)];
  const document = Object.hasOwn(resourcePolicies, node.type) ? resourcePolicies[node.type] : undefined;
  if (document === undefined) return [];
  return statementsIn(node.properties[document], document).flatMap((placed) =>
    principalsOf(valueAt(placed.statement, 'Principal') ?? valueAt(placed.statement, 'NotPrincipal')).flatMap(
      (holder) => grantsIn(node, placed, { holder, kind: 'resource' }),
    ),
  );
}

function identityGrants(node: ResourceNode): readonly Grant[] {
  const { properties } = node;
  const statements = [
    ...statementsIn(properties.PolicyDocument, 'PolicyDocument'),
    ...listOf(properties.Policies).flatMap((policy, i) =>
      statementsIn(valueAt(policy, 'PolicyDocument'), `Policies.${i}.PolicyDocument`),
    ),
  ];
  return holdersOf(node).flatMap((holder) =>
    statements.flatMap((placed) => grantsIn(node, placed, { holder, kind: 'identity' })),
  );
}

/** Roles that a policy is attached to, or the resource itself. */
function holdersOf(node: ResourceNode): readonly string[] {
  const { properties, stack, address } = node;
  const attached = [
    properties.Roles,
    properties.Users,
    properties.Groups,
    properties.RoleName,
    properties.UserName,
  ].flatMap((list) => listOf(list));
  if (
    node.type === 'AWS::IAM::Role' ||
    node.type === 'AWS::IAM::User' ||
    node.type === 'AWS::IAM::Group' ||
    attached.length === 0
  )
    return [address];
  return attached.map((reference) => {
    const target = valueAt(reference, 'Ref');
    return typeof target === 'string' ? `${stack}/${target}` : textOf(reference);
  });
}

function trustGrants(node: ResourceNode): readonly Grant[] {
  return statementsIn(node.properties.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument').flatMap((placed) =>
    principalsOf(valueAt(placed.statement, 'Principal')).flatMap((resource) =>
      grantsIn(node, placed, { holder: node.address, kind: 'trust', resource }),
    ),
  );
}

function managedGrants(node: ResourceNode): readonly Grant[] {
  return listOf(node.properties.ManagedPolicyArns).map((policy, i) => ({
    holder: node.address,
    kind: 'managed',
    deny: false,
    action: 'the managed policy',
    resource: textOf(policy),
    condition: '',
    address: node.address,
    path: `ManagedPolicyArns.${i}`,
  }));
}

function roleAssignment(node: ResourceNode): Grant {
  const { properties, address } = node;
  return {
    holder: textOf(properties.principalId ?? ''),
    kind: 'identity',
    deny: false,
    action: `the role ${textOf(properties.roleDefinitionId ?? '').replace(/^.*\//, '')}`,
    resource: textOf(properties.scope ?? ''),
    condition: textOf(properties.condition ?? ''),
    address,
    path: 'roleDefinitionId',
  };
}

function grantsIn(
  node: ResourceNode,
  { path, statement }: PlacedStatement,
  who: Pick<Grant, 'holder' | 'kind'> & { readonly resource?: string },
): readonly Grant[] {
  const actions = listOf(statement.Action).map(textOf);
  const inverted = listOf(statement.NotAction).map(textOf);
  const resources = who.resource !== undefined ? [who.resource] : listOf(statement.Resource).map(textOf);
  const notResources = listOf(statement.NotResource).map(textOf);
  const targets = [
    ...resources,
    ...(notResources.length === 0 ? [] : [`everything but ${notResources.toSorted().join(', ')}`]),
  ];
  const verbs = [...actions, ...(inverted.length === 0 ? [] : [`everything but ${inverted.toSorted().join(', ')}`])];
  const condition = statement.Condition === undefined ? '' : canonicalText(statement.Condition);
  return verbs.flatMap((action) =>
    (targets.length === 0 ? [node.address] : targets).map((resource) => ({
      holder: who.holder,
      kind: who.kind,
      deny: statement.Effect === 'Deny',
      action,
      resource,
      condition,
      address: node.address,
      path,
    })),
  );
}

function principalsOf(principal: PropertyValue | undefined): readonly string[] {
  if (principal === undefined) return [];
  if (!isMap(principal)) return listOf(principal).map(textOf);
  return Object.entries(principal).flatMap(([, value]) => listOf(value).map(textOf));
}

function textOf(value: PropertyValue): string {
  return typeof value === 'string' ? value : canonicalText(value);
}
