import type { ResourceNode } from '../../../../graph';
import { azurePath, azurePlaces, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import type { Known } from '../../../known';
import { isList, isMap } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set mode to User, and nodeTaints such as sku=gpu:NoSchedule: other pods take the place of the model on expensive nodes. */
export const aksGpuPool: Rule = {
  code: 'AksGpuPool',
  family: 'azure',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'Other pods take the place of the model on expensive nodes.',
  source: { url: 'https://learn.microsoft.com/azure/aks/use-nvidia-gpu', asOf: '2026-12-01' },
  types: nodeTypes([
    'Microsoft.ContainerService/managedClusters',
    'Microsoft.ContainerService/managedClusters/agentPools',
  ]),
  check(node) {
    const pools = isMap(azureValue(node, 'properties.agentPoolProfiles')) ? [] : poolsOf(node);
    return pools
      .filter(({ size }) => typeof size === 'string' && /^Standard_N[CDV]/i.test(size))
      .flatMap(({ path, mode, taints }) => [
        ...(isText(mode, 'System') ? [{ path: `${path}mode`, message: 'is a system pool' }] : []),
        ...(taints === undefined || (isList(taints) && taints.length === 0)
          ? [{ path: `${path}nodeTaints`, message: 'has no taint' }]
          : []),
      ])
      .map((found) => ({ ...found, fix: fixOf('AksGpuPool') }));
  },
};

interface Pool {
  /** Path of the pool with a period, empty for a pool of its own. */
  readonly path: string;
  readonly size: Known;
  readonly mode: Known;
  readonly taints: Known;
}

function poolsOf(node: ResourceNode): readonly Pool[] {
  const listed = azurePlaces(node, 'properties.agentPoolProfiles.*').flatMap(({ path, value }) =>
    isMap(value) ? [{ path: `${path}.`, size: value.vmSize, mode: value.mode, taints: value.nodeTaints }] : [],
  );
  if (listed.length > 0) return listed;
  const around = azurePath(node, 'properties.mode').replace(/mode$/, '');
  const own = (name: string): Known => azureValue(node, `properties.${name}`);
  return [{ path: around, size: own('vmSize'), mode: own('mode'), taints: own('nodeTaints') }];
}
