import { azureRule } from '../../../azure/azure-rule';

/** Set peerAuthentication.mtls.enabled to true: an app in the environment reads the traffic of others. */
export const containerEnvironmentPeers = azureRule(
  {
    code: 'ContainerEnvironmentPeers',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'encryption-in-transit',
    rationale: 'An app in the environment reads the traffic of others.',
    source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  },
  [
    {
      types: ['Microsoft.App/managedEnvironments'],
      path: 'properties.peerAuthentication.mtls.enabled',
      must: { is: [true] },
    },
  ],
);
