import type { Rule } from '../finding';
import { gpuVariants } from '../gpu-variants';

/**
 * A GPU variant says which host image runs an image for CUDA 13: the default of most families has an older driver. Source: SageMaker developer guide, GPU drivers of inference instances; aws/sagemaker-python-sdk pull request
 * 6281; read 2026-11-30.
 */
export const hostImageUnset: Rule = {
  code: 'HostImageUnset',
  skipReason: ({ hostImage }) => (hostImage === undefined ? 'no catalogue was given' : undefined),
  check: (node, context, graph) =>
    gpuVariants(node, graph).flatMap(({ path, instanceType, tag, hostImage }) => {
      const fact = hostImage === undefined ? context.hostImage?.(tag, instanceType) : undefined;
      if (fact === undefined) return [];
      return [
        {
          path: `${path}.InferenceAmiVersion`,
          message: `the default host image of ${instanceType} may have an older driver than ${tag} needs`,
          fix: `set InferenceAmiVersion${fact.known === undefined ? '' : ` to ${fact.known}`}`,
        },
      ];
    }),
};
