import { azureRule } from '../../../azure/azure-rule';

/** Set appLogsConfiguration.destination: nobody can see why a request failed. */
export const containerEnvironmentLogs = azureRule(
  {
    code: 'ContainerEnvironmentLogs',
    family: 'azure',
    pack: 'production',
    safeguard: 'logging',
    rationale: 'Nobody can see why a request failed.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.App/managedEnvironments'],
      path: 'properties.appLogsConfiguration.destination',
      must: { set: true },
    },
  ],
);
