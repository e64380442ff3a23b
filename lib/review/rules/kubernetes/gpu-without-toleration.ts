import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf, needsGpu, podOf } from '../../kubernetes/pods';
import { listOf } from '../../policy';

/** Add a toleration of the taint, such as nvidia.com/gpu or sku: the pod is never started on tainted GPU nodes. */
export const gpuWithoutToleration = manifestRule(
  {
    code: 'GpuWithoutToleration',
    pack: 'baseline',
    safeguard: 'correctness',
    rationale: 'The pod is never started on tainted GPU nodes.',
    source: { url: 'https://learn.microsoft.com/azure/aks/use-nvidia-gpu', asOf: '2026-12-01' },
  },
  (node) => {
    const pod = podOf(node);
    const gpu = containersOf(node).some(needsGpu);
    if (pod === undefined || !gpu || listOf(pod.value.tolerations).length > 0) return [];
    return [{ path: `${pod.path}.tolerations`, message: 'tolerates no taint' }];
  },
);
