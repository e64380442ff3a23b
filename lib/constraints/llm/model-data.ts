import type { Breach, Constraint, Surroundings } from '../constraint';
import type { JsonObject } from '../json';
import { at, textAt } from '../value';
import { containersOf } from './model-containers';

const s3Uri = /^s3:\/\/([^/]+)\/(.+)$/;
/**
 * Buckets of AWS that hold models for every account, such as `jumpstart-cache-prod-eu-west-2` and `sagemaker-sample-files`.
 * Source: policies of public repositories for SageMaker JumpStart, 2026-11-30.
 */
const publicBucket = /^(?:jumpstart-|huggingface-sagemaker-|sagemaker-(?:sample|example|solutions|servicecatalog)-)/;

/**
 * The archive of a model is in S3 where `ModelDataUrl` says. A prefix of a `ModelDataSource` ends with a slash; whether a
 * model is refused for a prefix without objects is in no source, so that is not judged.
 */
export const modelData: Constraint = {
  id: 'model-data',
  types: ['AWS::SageMaker::Model'],
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3ModelDataSource.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }, surroundings) =>
    containersOf(properties).flatMap(({ container, pointer }) => [
      ...archive(container, pointer, surroundings),
      ...dataSource(container, pointer),
    ]),
};

function archive(container: JsonObject, pointer: string, surroundings: Surroundings): readonly Breach[] {
  // Models of a multi-model container may be uploaded later.
  if (container['Mode'] !== undefined && textAt(container, 'Mode') !== 'SingleModel') return [];
  return absent(textAt(container, 'ModelDataUrl'), `${pointer}/ModelDataUrl`, surroundings);
}

function dataSource(container: JsonObject, pointer: string): readonly Breach[] {
  const source = at(container, 'ModelDataSource', 'S3DataSource');
  const uri = textAt(source, 'S3Uri');
  if (uri === undefined || uri.endsWith('/') || textAt(source, 'S3DataType') !== 'S3Prefix') return [];
  return [
    {
      pointer: `${pointer}/ModelDataSource/S3DataSource/S3Uri`,
      problem: `S3Uri ${uri} of data type S3Prefix does not end with a slash`,
      fix: `Write ${uri}/, or set S3DataType to S3Object where it is one object.`,
    },
  ];
}

function absent(uri: string | undefined, pointer: string, { holdsObject, named }: Surroundings): readonly Breach[] {
  const [, bucket, key] = s3Uri.exec(uri ?? '') ?? [];
  if (uri === undefined || bucket === undefined || key === undefined || publicBucket.test(bucket)) return [];
  const held = holdsObject(bucket, key);
  const noBucket = held === undefined && named(['AWS::S3::Bucket'], bucket) === 'absent';
  if (held !== false && !noBucket) return [];
  const why = noBucket ? `bucket ${bucket} does not exist` : 'there is no such object';
  return [
    {
      pointer,
      problem: `Could not find model data at ${uri}: ${why}`,
      fix: 'Upload the data before the deployment, or name where it is.',
    },
  ];
}
