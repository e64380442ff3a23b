import type { WeakAddition } from '../weak-additions';

const inProperties = (name: string): readonly string[] => ['properties', name];

/** Weak values of properties that hardened Azure resources leave out. */
export const azureAdditions: readonly WeakAddition[] = [
  {
    type: 'Microsoft.KeyVault/vaults',
    path: inProperties('accessPolicies'),
    value: [
      {
        tenantId: '00000000-0000-4000-8000-000000000001',
        objectId: '00000000-0000-4000-8000-00000000b001',
        permissions: { secrets: ['all'] },
      },
    ],
    source: 'policies',
  },
  {
    type: 'Microsoft.DBforPostgreSQL/flexibleServers',
    path: inProperties('administratorLoginPassword'),
    value: 'correct-horse-battery',
    source: 'policies',
  },
  { type: 'Microsoft.Storage/storageAccounts', path: inProperties('isNfsV3Enabled'), value: true, source: 'psrule' },
  {
    type: 'Microsoft.App/containerApps',
    path: ['properties', 'configuration', 'secrets', 1],
    value: { name: 'token', value: 'correct-horse-battery' },
    source: 'policies',
  },
  {
    type: 'Microsoft.ApiManagement/service/namedValues',
    path: inProperties('value'),
    value: 'correct-horse-battery',
    source: 'policies',
  },
  {
    type: 'Microsoft.Network/networkInterfaces',
    path: ['properties', 'ipConfigurations', 0, 'properties', 'publicIPAddress'],
    value: {
      id: '/subscriptions/00000000-0000-4000-8000-0000000000f3/resourceGroups/a/providers/Microsoft.Network/publicIPAddresses/a',
    },
    source: 'policies',
  },
  {
    type: 'Microsoft.Search/searchServices',
    path: inProperties('authOptions'),
    value: { aadOrApiKey: { aadAuthFailureMode: 'http403' } },
    source: 'policies',
  },
  {
    type: 'Microsoft.ContainerService/managedClusters',
    path: ['properties', 'addonProfiles', 'httpApplicationRouting'],
    value: { enabled: true },
    source: 'policies',
  },
];
