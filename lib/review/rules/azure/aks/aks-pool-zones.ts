import { azureRule } from '../../../azure/azure-rule';

/** Name two or more zones in availabilityZones, and set count to at least 2: the loss of a zone stops the model. */
export const aksPoolZones = azureRule(
  {
    code: 'AksPoolZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops the model.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/ContainerService_managedclusters_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.agentPoolProfiles.*.availabilityZones',
      must: { items: 2 },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.agentPoolProfiles.*.count',
      must: { atLeast: 2 },
      mayBeAbsent: true,
    },
    {
      types: ['Microsoft.ContainerService/managedClusters/agentPools'],
      path: 'properties.availabilityZones',
      must: { items: 2 },
    },
    {
      types: ['Microsoft.ContainerService/managedClusters/agentPools'],
      path: 'properties.count',
      must: { atLeast: 2 },
      mayBeAbsent: true,
    },
  ],
);
