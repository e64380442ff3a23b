import { azureRule } from '../../../azure/azure-rule';
import { azurePlaces } from '../../../azure/azure-value';

/** Set isZoneRedundant in each location, and enableAutomaticFailover to true: the loss of a zone stops conversations. */
export const cosmosZones = azureRule(
  {
    code: 'CosmosZones',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops conversations.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/DocumentDB_databaseAccounts_ZoneRedundant_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DocumentDB/databaseAccounts'],
      path: 'properties.locations.*.isZoneRedundant',
      must: { is: [true] },
    },
    {
      types: ['Microsoft.DocumentDB/databaseAccounts'],
      path: 'properties.enableAutomaticFailover',
      must: { is: [true] },
      // From one region there is nowhere to fail over to.
      where: (node) => azurePlaces(node, 'properties.locations.*').length !== 1,
    },
  ],
);
