import { aksGpuPool } from '../../../../../../lib/review/rules/azure/aks/aks-gpu-pool';
import { azureFound } from '../../../../../helpers/azure-found';

const gpu = { vmSize: 'Standard_NC24ads_A100_v4', mode: 'User', nodeTaints: ['sku=gpu:NoSchedule'] };
const pool = (changes: object) => [
  { type: 'Microsoft.ContainerService/managedClusters/agentPools', name: 'c/gpu', properties: { ...gpu, ...changes } },
];

test.each([
  [{}, []],
  [{ vmSize: 'Standard_D4ds_v5', mode: 'System', nodeTaints: undefined }, []],
  [{ mode: 'System' }, ['Microsoft.ContainerService/managedClusters/agentPools/c/gpu mode']],
  [{ nodeTaints: undefined }, ['Microsoft.ContainerService/managedClusters/agentPools/c/gpu nodeTaints']],
])('a pool with %j', (changes, expected) => {
  expect(azureFound(aksGpuPool, pool(changes))).toEqual(expected);
});

test('a pool inside of a cluster is judged too', () => {
  const cluster = {
    type: 'Microsoft.ContainerService/managedClusters',
    name: 'c',
    properties: { agentPoolProfiles: [{ ...gpu, mode: 'System' }] },
  };
  expect(azureFound(aksGpuPool, [cluster])).toEqual([
    'Microsoft.ContainerService/managedClusters/c agentPoolProfiles.0.mode',
  ]);
});
