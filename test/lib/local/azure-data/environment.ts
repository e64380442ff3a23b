import { roleDefinitions } from '../../../../constructs/azure/identity/role-definitions';
import type { JsonObject } from '../../../../lib/constraints/json';
import type { AzureResource } from '../../../../lib/local/azure-data';

const group = '/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/test';

/** Ids and names of the environment of the tests. */
export const ids = {
  account: `${group}/providers/Microsoft.CognitiveServices/accounts/models`,
  search: `${group}/providers/Microsoft.Search/searchServices/vectors`,
  endpoint: `${group}/providers/Microsoft.MachineLearningServices/workspaces/work/onlineEndpoints/chat`,
  caller: 'caaaaaaa-0000-4000-8000-000000000001',
  writer: 'caaaaaaa-0000-4000-8000-000000000002',
  nobody: 'caaaaaaa-0000-4000-8000-000000000003',
};

/** Ids of built-in roles, as the constructs assign them: the local Azure has a copy of its own. */
export const roleIds = {
  openAiUser: roleDefinitions['Cognitive Services OpenAI User'],
  reader: roleDefinitions['Search Index Data Reader'],
  contributor: roleDefinitions['Search Index Data Contributor'],
  service: roleDefinitions['Search Service Contributor'],
};

/** A role assignment. */
export function assigned(principalId: string, role: string, scope: string): AzureResource {
  return {
    type: 'azure-native:authorization:RoleAssignment',
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${role}-${principalId}`,
    inputs: {
      principalId,
      scope,
      roleDefinitionId: `/subscriptions/22222222-2222-4222-8222-222222222222/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    },
    outputs: {},
  };
}

function deployment(name: string, model: string): AzureResource {
  return {
    type: 'azure-native:cognitiveservices:Deployment',
    id: `${ids.account}/deployments/${name}`,
    inputs: { properties: { model: { format: 'OpenAI', name: model, version: '1' } } },
    outputs: {},
  };
}

/** An account with two deployments, a search service, one identity that calls and queries, and one that fills indexes. */
export const environment: readonly AzureResource[] = [
  {
    type: 'azure-native:cognitiveservices:Account',
    id: ids.account,
    inputs: { properties: { disableLocalAuth: true } },
    outputs: {},
  },
  deployment('chat', 'gpt-5.1'),
  deployment('embed', 'text-embedding-3-small'),
  { type: 'azure-native:search:Service', id: ids.search, inputs: { disableLocalAuth: true }, outputs: {} },
  assigned(ids.caller, roleIds.openAiUser, ids.account),
  assigned(ids.caller, roleIds.reader, ids.search),
  assigned(ids.writer, roleIds.contributor, ids.search),
  assigned(ids.writer, roleIds.service, group),
];

/** An online endpoint with deployments, with what differs from one that takes tokens and has no traffic. */
export function endpointWith(properties: JsonObject, deployments: readonly string[]): readonly AzureResource[] {
  return [
    {
      type: 'azure-native:machinelearningservices:OnlineEndpoint',
      id: ids.endpoint,
      inputs: { properties: { authMode: 'AADToken', traffic: {}, ...properties } },
      outputs: {},
    },
    ...deployments.map((name) => ({
      type: 'azure-native:machinelearningservices:OnlineDeployment',
      id: `${ids.endpoint}/deployments/${name}`,
      inputs: {},
      outputs: {},
    })),
  ];
}

/** A custom role and its assignment on the endpoint. */
export function customRole(principalId: string, permission: JsonObject): readonly AzureResource[] {
  const role = 'd0000000-0000-4000-8000-000000000001';
  return [
    {
      type: 'azure-native:authorization:RoleDefinition',
      id: `/subscriptions/22222222-2222-4222-8222-222222222222/providers/Microsoft.Authorization/roleDefinitions/${role}`,
      inputs: { permissions: [{ notActions: [], ...permission }] },
      outputs: {},
    },
    assigned(principalId, role, ids.endpoint),
  ];
}
