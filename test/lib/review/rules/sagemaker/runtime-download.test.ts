import type { PropertyValue } from '../../../../../lib/graph';
import { runtimeDownload } from '../../../../../lib/review/rules/sagemaker/runtime-download';
import { judged } from '../../../../helpers/judged';

const repository = { Environment: { HF_MODEL_ID: 'Qwen/Qwen3-8B' } };

test.each<[string, Record<string, PropertyValue>, number]>([
  ['a repository', repository, 1],
  ['a folder', { Environment: { HF_MODEL_ID: '/opt/ml/model' } }, 0],
  ['a repository that is not known', { Environment: { HF_MODEL_ID: { Ref: 'Model' } } }, 0],
  ['weights in S3', { ...repository, ModelDataSource: { S3DataSource: { S3Uri: 's3://a/b/' } } }, 0],
])('a container with %s', (_name, container, count) => {
  expect(judged(runtimeDownload, 'AWS::SageMaker::Model', { PrimaryContainer: container })).toHaveLength(count);
});
