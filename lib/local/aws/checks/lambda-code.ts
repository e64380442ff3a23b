import { isObject, scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/** The archive of a Lambda function or layer must be in its bucket before the function is created. */
export const lambdaCode: ResourceCheck = ({ properties, holdsObject }) => {
  const name = properties['Code'] === undefined ? 'Content' : 'Code';
  const code = properties[name];
  if (!isObject(code)) return undefined;
  const [bucket, key] = [scalarText(code['S3Bucket']), scalarText(code['S3Key'])];
  if (bucket === undefined || key === undefined) return undefined;
  switch (holdsObject(bucket, key)) {
    case undefined:
      return `Error occurred while GetObject. S3 Error Code: NoSuchBucket. The bucket ${bucket} does not exist (#/${name}/S3Bucket)`;
    case false:
      return `Error occurred while GetObject. S3 Error Code: NoSuchKey. The bucket ${bucket} holds no object ${key} (#/${name}/S3Key)`;
    case true:
      return undefined;
  }
};
