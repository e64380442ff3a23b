import type { Rule } from '../finding';
import { gpuVariants } from '../gpu-variants';

/** The host image of a GPU variant starts its container image: the driver is new enough, and runs on the family. */
export const hostImageMismatch: Rule = {
  code: 'HostImageMismatch',
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
