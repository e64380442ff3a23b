import { knownAt, placesAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Put the weights in S3 and name them in ModelDataSource: the download fails behind network isolation, and the weights can change between two starts. */
export const runtimeDownload: Rule = {
  code: 'RuntimeDownload',
  family: 'sagemaker',
  pack: 'baseline',
  safeguard: 'supply-chain',
  rationale: 'The download fails behind network isolation, and the weights can change between two starts.',
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/large-model-inference-uncompressed.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::SageMaker::Model'],
  check: ({ properties }) =>
    ['PrimaryContainer', 'Containers.*'].flatMap((container) =>
      placesAt(properties, container).flatMap(({ path }) => {
        const source = ['ModelDataSource', 'ModelDataUrl'].some(
          (name) => knownAt(properties, `${path}.${name}`) !== undefined,
        );
        return source
          ? []
          : ['HF_MODEL_ID', 'OPTION_MODEL_ID', 'SM_VLLM_MODEL'].flatMap((name) => {
              const id = knownAt(properties, `${path}.Environment.${name}`);
              if (typeof id !== 'string' || !/^[\w.-]+\/[\w.-]+$/.test(id)) return [];
              return [
                {
                  path: `${path}.Environment.${name}`,
                  message: `downloads ${id} at its start`,
                  fix: fixOf('RuntimeDownload'),
                },
              ];
            });
      }),
    ),
};
