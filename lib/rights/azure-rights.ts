import type { AzureOperations } from '../constraints/iam/azure/operations';
import { azureOperations, unverifiedAzureActions } from '../constraints/iam/azure/operations';
import type { ResourceNode } from '../graph';
import type { Issue, Result } from '../platform';

/** The environment that a role deploys. */
export interface AzureRightsInput {
  /** Resources of its stages, as the program registers them. */
  readonly nodes: readonly ResourceNode[];
  readonly subscription: string;
  readonly platform: string;
  readonly environment: string;
}

/** A custom role, as `az role definition create` takes it. */
interface AzureRoleDefinition {
  readonly Name: string;
  readonly IsCustom: true;
  readonly Description: string;
  readonly Actions: readonly string[];
  readonly NotActions: readonly [];
  readonly DataActions: readonly string[];
  readonly NotDataActions: readonly [];
  readonly AssignableScopes: readonly string[];
}

/** What deploys the Azure half of an environment. */
export interface AzureRights {
  readonly role: AzureRoleDefinition;
  /** Condition of the role's assignment: only the roles that the platform assigns, and only to identities of workloads. */
  readonly condition: string;
  /** Namespaces of resource providers that the subscription must have registered. */
  readonly providers: readonly string[];
  /** Actions whose names no public list confirmed. */
  readonly unverified: readonly string[];
}

/** Derives the role from what the stages register; every type without known operations is an issue. */
export function azureRights({ nodes, subscription, platform, environment }: AzureRightsInput): Result<AzureRights> {
  const known = nodes.flatMap((node) => {
    const operations = operationsOf(node.type);
    return operations === undefined ? [] : [{ node, operations }];
  });
  const issues = nodes.flatMap((node) => (operationsOf(node.type) === undefined ? [unknownType(node)] : []));
  if (issues.length > 0) return { ok: false, issues };
  const typeOf = new Map(known.map(({ node, operations }) => [node.address, operations.type]));
  const actions = sorted(
    known.flatMap(({ node, operations }) => [
      ...(operations.data === true ? [] : operationNames(operations)),
      ...(operations.also ?? []),
      ...approvals(node, typeOf),
    ]),
  );
  const data = sorted(known.flatMap(({ operations }) => (operations.data === true ? operationNames(operations) : [])));
  const role: AzureRoleDefinition = {
    Name: `${platform} ${environment} deployment`,
    IsCustom: true,
    Description: `Deploys the Azure stages of ${platform} ${environment}: the operations of the types that they register`,
    Actions: actions,
    NotActions: [],
    DataActions: data,
    NotDataActions: [],
    AssignableScopes: [`/subscriptions/${subscription}`],
  };
  const unverified = [...actions, ...data].filter((action) => unverifiedAzureActions.has(action));
  const providers = sorted([...actions, ...data].map((action) => action.split('/')[0] ?? ''));
  return { ok: true, value: { role, condition: assignmentCondition(nodes), providers, unverified }, issues: [] };
}

function operationsOf(type: string): AzureOperations | undefined {
  const name = type.replace(/^azure-native:/, '');
  return Object.hasOwn(azureOperations, name) ? azureOperations[name] : undefined;
}

function operationNames({ type, operations = ['read', 'write', 'delete'] }: AzureOperations): readonly string[] {
  return operations.map((operation) => `${type}/${operation}`);
}

/** A private endpoint is connected at once only when who makes it may approve connections of its target. */
function approvals({ type, properties }: ResourceNode, typeOf: ReadonlyMap<string, string>): readonly string[] {
  if (!/:(?:PrivateEndpoint|SharedPrivateLinkResource|ManagedNetworkSettingsRule)$/.test(type)) return [];
  const text = JSON.stringify(properties);
  return [...typeOf].flatMap(([address, target]) =>
    text.includes(`\${${address}#id}`) && !target.startsWith('Microsoft.Network/')
      ? [`${target}/privateEndpointConnectionsApproval/action`]
      : [],
  );
}

/**
 * Source: Azure RBAC documentation, "Examples to delegate Azure role assignment management with conditions" (read 2026-11-30).
 */
function assignmentCondition(nodes: readonly ResourceNode[]): string {
  const ids = sorted(
    nodes.flatMap(({ type, properties }) => {
      const id = type.endsWith(':RoleAssignment') ? properties['roleDefinitionId'] : undefined;
      const guid = typeof id === 'string' ? /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(id)?.[0] : undefined;
      return guid === undefined ? [] : [guid];
    }),
  ).join(', ');
  const limited = (verb: 'write' | 'delete', place: 'Request' | 'Resource'): string => {
    const attribute = `@${place}[Microsoft.Authorization/roleAssignments:`;
    return `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${verb}'})) OR (${attribute}RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${ids}} AND ${attribute}PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'}))`;
  };
  return `${limited('write', 'Request')} AND ${limited('delete', 'Resource')}`;
}

function unknownType({ stack, address, type }: ResourceNode): Issue {
  return {
    code: 'RightsNotNarrowed',
    path: `${stack}.${address.split('::').at(-1) ?? address}`,
    message: 'no source here says which operations this type has',
    got: type,
    expected: 'a type whose operations are known',
    fix: 'deploy the resource in a stack of its own, with an identity of its own',
  };
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
