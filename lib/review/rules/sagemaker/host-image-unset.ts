import { gpuVariants } from '../../gpu-variants';
import type { Rule } from '../../rule';

/**
 * A GPU variant says which host image runs an image for CUDA 13: the default of most families has an older driver. Source: SageMaker developer guide, GPU drivers of inference instances; aws/sagemaker-python-sdk pull request
 * 6281; read 2026-11-30.
 */
export const hostImageUnset: Rule = {
  code: 'HostImageUnset',
  family: 'sagemaker',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The driver of the default host image may be too old for the container.',
  source: { url: 'https://github.com/aws/sagemaker-python-sdk/pull/6281', asOf: '2026-11-30' },
  types: ['AWS::SageMaker::EndpointConfig'],
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
