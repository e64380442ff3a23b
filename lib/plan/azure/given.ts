import { azureIdName } from '../../platform';
import type { AzureContext } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import type { GivenNeed } from '../given-need';
import type { AzurePlan } from './azure-plan';
import { dnsRecords } from './dns-records';

/** The name of a new resource, or name and id of one of the company. */
export function nameOrGiven(
  { key }: AzureContext,
  field: string,
  id: string | undefined,
  name: () => Decision<string>,
): { readonly name: Decision<string>; readonly existingId?: Decision<string> } {
  if (id === undefined) return { name: name() };
  const path = `environments.${key}.azure.${field}`;
  return { name: pinned(azureIdName(id), path), existingId: pinned(id, path) };
}

/** Records of private endpoints, where a policy of the company makes them. */
export function recordsByPolicy(context: AzureContext, plan: AzurePlan): Pick<AzurePlan, 'dnsRecords'> {
  if (context.target.dns?.records !== 'policy') return {};
  return {
    dnsRecords: decide(
      dnsRecords(context, plan),
      'network.dns-by-policy',
      'a policy registers each private endpoint after it is created. Until its record appears, the public name of a service resolves to an address that refuses; a record without a name is one that the service chooses',
    ),
  };
}

/** What the given resources must have or allow; nothing where none is given. */
export function givenNeeds(context: AzureContext, plan: AzurePlan): Pick<AzurePlan, 'givenNeeds'> {
  const needs = [...networkNeeds(context), ...storeNeeds(context), ...registryNeeds(context, plan)];
  if (needs.length === 0) return {};
  return {
    givenNeeds: decide(
      needs.map(({ field, ...need }) => ({ field: `environments.${context.key}.azure.${field}`, ...need })),
      'given.not-looked-up',
      'the program asks no subscription, and the kit changes nothing that it does not own: neither settings nor roles',
    ),
  };
}

function networkNeeds({ target: { network, dns, hub, location } }: AzureContext): readonly GivenNeed[] {
  const deployer = 'whoever deploys may do';
  return [
    ...(network === undefined
      ? []
      : [
          {
            field: 'network.virtualNetworkId',
            resource: network.virtualNetworkId,
            need: `it is in ${location}${dns === undefined ? `, ${deployer} Microsoft.Network/virtualNetworks/join/action, and no zone of the same name is linked to it` : ''}`,
          },
          {
            field: 'network.privateEndpointSubnetId',
            resource: network.privateEndpointSubnetId,
            need: `free addresses for private endpoints, HTTPS from callers, and ${deployer} Microsoft.Network/virtualNetworks/subnets/join/action`,
          },
        ]),
    ...(hub === undefined
      ? []
      : [
          {
            field: 'hub.virtualNetworkId',
            resource: hub.virtualNetworkId,
            need: `a peering back to the network of the environment${hub.useGateway === true ? ', which allows gateway transit and exists before the deployment' : ''}, and ${deployer} Microsoft.Network/virtualNetworks/peer/action`,
          },
        ]),
    ...(dns?.zonesIn === undefined
      ? []
      : [
          {
            field: 'dns.zonesIn',
            resource: dns.zonesIn,
            need: `every zone of initialization.network.privateDnsZones, known to the network, and ${deployer} Microsoft.Network/privateDnsZones/join/action`,
          },
        ]),
    ...(dns?.records === 'policy'
      ? [
          {
            field: 'dns.records',
            resource: 'policy',
            need: 'a policy with DeployIfNotExists for every zone of initialization.network.privateDnsZones; dnsRecords has the records',
          },
        ]
      : []),
  ];
}

function storeNeeds({
  target: { logs, keyVault, alerts, encryption },
  environment,
}: AzureContext): readonly GivenNeed[] {
  return [
    ...(logs === undefined
      ? []
      : [
          {
            field: 'logs.workspaceId',
            resource: logs.workspaceId,
            need: 'whoever deploys may send logs to it (Log Analytics Contributor), its retention fits prompts, and queries reach it from where they are made',
          },
        ]),
    ...(encryption === undefined
      ? []
      : [
          {
            field: 'encryption.keyUri',
            resource: encryption.keyUri,
            need: `soft delete and purge protection of its vault, trusted services through its firewall, and Key Vault Crypto Service Encryption User for ${azureIdName(encryption.identityId)}`,
          },
          {
            field: 'encryption.identityId',
            resource: encryption.identityId,
            need: 'whoever deploys may do Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
          },
        ]),
    ...(keyVault === undefined
      ? []
      : [
          {
            field: 'keyVault.id',
            resource: keyVault.id,
            need: 'soft delete and purge protection; trusted services pass its firewall, and the identity of the ML workspace may read and write secrets',
          },
        ]),
    ...(environment.tier === 'development'
      ? []
      : Object.entries(alerts?.webhooks ?? {}).map(([name, { stackSecret }]) => ({
          field: `alerts.webhooks.${name}`,
          resource: `llmops-kit:${stackSecret}`,
          need: "an HTTPS URL that takes the common alert schema, set with 'pulumi config set --secret' in the deployment stack; whoever may read the action group sees it",
        }))),
    ...(alerts?.actionGroupId === undefined || environment.tier === 'development'
      ? []
      : [{ field: 'alerts.actionGroupId', resource: alerts.actionGroupId, need: 'somebody who is told' }]),
  ];
}

function registryNeeds({ target }: AzureContext, plan: AzurePlan): readonly GivenNeed[] {
  const { runtime, release, ci } = plan.initialization.identities;
  const workspace = plan.experimentation.workspaceName.value;
  return [
    ...(target.registry === undefined
      ? []
      : [
          {
            field: 'registry.id',
            resource: target.registry.id,
            need: `Premium, with a private endpoint or trusted services for ML workspace ${workspace}; AcrPull for ${runtime.value}${ci === undefined ? '' : `; AcrPush and Container Registry Data Importer and Data Reader for ${ci.value}`}`,
          },
        ]),
    ...(target.mlRegistry === undefined
      ? []
      : [
          {
            field: 'mlRegistry.id',
            resource: target.mlRegistry.id,
            need: `a role that reads assets for ${runtime.value}, ${release.value} and the identity of ML workspace ${workspace}${ci === undefined ? '' : `; AzureML Registry User for ${ci.value}`}; Azure AI Enterprise Network Connection Approver for the identity of the workspace`,
          },
        ]),
  ];
}
