import { RoleDefinition } from '@pulumi/azure-native/authorization';
import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource, interpolate } from '@pulumi/pulumi';
import type { Role } from './role-assignment';
import { uuidOf } from './uuid';

/** What a custom role allows. */
export interface CustomRoleRights {
  readonly description: string;
  /** Operations of Azure Resource Manager. */
  readonly actions: readonly string[];
}

const endpoints = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints';
const registries = 'Microsoft.MachineLearningServices/registries';

/**
 * Roles that no built-in role replaces: `AzureML Data Scientist` may rewrite whatever is below its scope, and
 * `AzureML Registry User` may write every asset.
 *
 * Source: MicrosoftDocs/azure-ai-docs, `concept-endpoints-online-auth` and `how-to-assign-roles`; Microsoft Learn, "Azure
 * built-in roles for AI + machine learning"; read 2026-11-30.
 */
export const customRoles = {
  'endpoint caller': {
    description: 'Calls online endpoints with a Microsoft Entra token, and does nothing else.',
    actions: [`${endpoints}/score/action`],
  },
  'endpoint releaser': {
    description: 'Deploys to online endpoints, tests a deployment and moves traffic; keys and tokens stay closed.',
    actions: [
      `${endpoints}/read`,
      `${endpoints}/write`,
      `${endpoints}/score/action`,
      `${endpoints}/deployments/read`,
      `${endpoints}/deployments/write`,
      `${endpoints}/deployments/delete`,
    ],
  },
  'registry reader': {
    description: 'Reads the assets of an Azure ML registry.',
    actions: [`${registries}/read`, `${registries}/assets/read`],
  },
} as const satisfies Readonly<Record<string, CustomRoleRights>>;

/** Name of a custom role of this kit. */
export type CustomRoleName = keyof typeof customRoles;

/** Where custom roles can be assigned: one resource group. */
export interface CustomRoleScope {
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Name of the resource group, known before deployment. */
  readonly resourceGroup: string;
}

/** A custom role of an environment. Its id follows from its scope, so every stage can refer to it. */
export function customRole(role: CustomRoleName, { subscription, resourceGroup }: CustomRoleScope): Role {
  return { label: role, definition: uuidOf([subscription, resourceGroup, role]) };
}

/** Props of {@link CustomRoles}. */
export interface CustomRolesProps extends CustomRoleScope {
  /** The same name as an input, so that the roles are defined after the group. */
  readonly resourceGroupName: Input<string>;
}

/**
 * The custom roles of an environment.
 *
 * Creates one role definition for each of {@link customRoles}, which can be assigned in one resource group only. A
 * tenant keeps the names of roles unique, so group and subscription are part of them. Whoever deploys them needs
 * `Microsoft.Authorization/roleDefinitions/write`, for example as User Access Administrator. Free.
 */
export class CustomRoles extends ComponentResource {
  constructor(name: string, props: CustomRolesProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:CustomRoles', name, {}, opts);
    const { subscription, resourceGroup, resourceGroupName } = props;
    const scope = interpolate`/subscriptions/${subscription}/resourceGroups/${resourceGroupName}`;
    for (const [role, { description, actions }] of Object.entries<CustomRoleRights>(customRoles)) {
      new RoleDefinition(
        `${name}-${role.replaceAll(' ', '-')}`,
        {
          roleDefinitionId: uuidOf([subscription, resourceGroup, role]),
          roleName: `${role} of ${resourceGroup} in ${subscription}`,
          roleType: 'CustomRole',
          description,
          scope,
          assignableScopes: [scope],
          permissions: [{ actions: [...actions], notActions: [], dataActions: [], notDataActions: [] }],
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}
