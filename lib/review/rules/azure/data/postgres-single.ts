import { azureRule } from '../../../azure/azure-rule';

/** Set highAvailability.mode to ZoneRedundant: the loss of a zone stops retrieval. */
export const postgresSingle = azureRule(
  {
    code: 'PostgresSingle',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a zone stops retrieval.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Resilience/DBForPostgreSql_flexibleServers_ZoneResilient_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DBforPostgreSQL/flexibleServers'],
      path: 'properties.highAvailability.mode',
      must: { is: ['ZoneRedundant'] },
    },
  ],
);
