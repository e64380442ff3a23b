import { gpuVariants } from '../../gpu-variants';
import type { Rule } from '../../rule';

/** The host image of a GPU variant starts its container image: the driver is new enough, and runs on the family. */
export const hostImageMismatch: Rule = {
  code: 'HostImageMismatch',
  family: 'sagemaker',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The container does not start.',
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::SageMaker::EndpointConfig'],
  skipReason: ({ hostImage }) => (hostImage === undefined ? 'no catalogue was given' : undefined),
  check: (node, context, graph) =>
    gpuVariants(node, graph).flatMap(({ path, instanceType, tag, hostImage }) => {
      const fact = hostImage === undefined ? undefined : context.hostImage?.(tag, instanceType, hostImage);
      if (fact?.problem === undefined) return [];
      return [
        {
          path: `${path}.InferenceAmiVersion`,
          message: fact.problem,
          fix:
            fact.known === undefined
              ? 'use an image for another CUDA version'
              : `set InferenceAmiVersion to ${fact.known}`,
        },
      ];
    }),
};
