import { azureRule } from '../../../azure/azure-rule';

/** Set backupPolicy.type to Continuous: a faulty job is undone by a support request, to the last hours. */
export const cosmosBackup = azureRule(
  {
    code: 'CosmosBackup',
    family: 'azure',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'A faulty job is undone by a support request, to the last hours.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.Cosmos.ContinuousBackup.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.DocumentDB/databaseAccounts'],
      path: 'properties.backupPolicy.type',
      must: { is: ['Continuous'] },
    },
  ],
);
