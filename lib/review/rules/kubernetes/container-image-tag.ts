import { manifestRule } from '../../kubernetes/pod-rule';
import { containersOf } from '../../kubernetes/pods';

/** Name the image by its digest: repository@sha256:…: what was tested is not what runs. */
export const containerImageTag = manifestRule(
  {
    code: 'ContainerImageTag',
    pack: 'baseline',
    safeguard: 'supply-chain',
    rationale: 'What was tested is not what runs.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/ImagesDoNotUseLatest.json',
      asOf: '2026-12-01',
    },
  },
  (node) =>
    containersOf(node)
      .filter(({ value }) => typeof value.image === 'string' && !value.image.includes('@sha256:'))
      .map(({ path }) => ({ path: `${path}.image`, message: 'can be moved to another image' })),
);
