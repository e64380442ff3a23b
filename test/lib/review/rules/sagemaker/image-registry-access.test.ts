import type { PropertyValue } from '../../../../../lib/graph';
import { imageRegistryAccess } from '../../../../../lib/review/rules/sagemaker/image-registry-access';
import { judged } from '../../../../helpers/judged';

test.each<[string, Record<string, PropertyValue>, number]>([
  ['an image of ECR', { Image: '111111111111.dkr.ecr.eu-central-1.amazonaws.com/a@sha256:0' }, 0],
  [
    'an image of another registry through the VPC',
    { Image: 'registry.internal/a', ImageConfig: { RepositoryAccessMode: 'Vpc' } },
    0,
  ],
  [
    'an image of another registry',
    { Image: 'registry.internal/a', ImageConfig: { RepositoryAccessMode: 'Platform' } },
    1,
  ],
  ['an image that is not known', { Image: { Ref: 'Image' } }, 0],
  [
    'a way that is not known',
    { Image: 'registry.internal/a', ImageConfig: { RepositoryAccessMode: { Ref: 'Mode' } } },
    0,
  ],
])('a model with %s', (_name, container, count) => {
  expect(judged(imageRegistryAccess, 'AWS::SageMaker::Model', { PrimaryContainer: container })).toHaveLength(count);
});
