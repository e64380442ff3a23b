import { knownAt, placesAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set RepositoryAccessMode of ImageConfig to Vpc: sageMaker cannot pull the image, or pulls it over the internet. */
export const imageRegistryAccess: Rule = {
  code: 'ImageRegistryAccess',
  family: 'sagemaker',
  pack: 'baseline',
  safeguard: 'boundary',
  securityHub: ['SageMaker.16', 'SageMaker.19'],
  rationale: 'SageMaker cannot pull the image, or pulls it over the internet.',
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/your-algorithms-containers-inference-private.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::SageMaker::Model'],
  check: ({ properties }) =>
    ['PrimaryContainer', 'Containers.*'].flatMap((container) =>
      placesAt(properties, container).flatMap(({ path }) => {
        const image = knownAt(properties, `${path}.Image`);
        const mode = knownAt(properties, `${path}.ImageConfig.RepositoryAccessMode`) ?? 'Platform';
        if (typeof image !== 'string' || /\.dkr\.ecr\./.test(image) || mode !== 'Platform') return [];
        return [
          {
            path: `${path}.ImageConfig.RepositoryAccessMode`,
            message: `${image} is not in ECR`,
            fix: fixOf('ImageRegistryAccess'),
          },
        ];
      }),
    ),
};
