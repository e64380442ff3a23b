import type { Constraint } from '../constraint';
import { textAt } from '../value';

/** The archive of a Lambda function or layer must be in its bucket before the function is created. */
export const lambdaCode: Constraint = {
  id: 'lambda-code',
  types: ['AWS::Lambda::Function', 'AWS::Lambda::LayerVersion'],
  source: { url: 'https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html', asOf: '2026-11-30' },
  check: ({ type, properties }, { named, holdsObject }) => {
    const property = type === 'AWS::Lambda::Function' ? 'Code' : 'Content';
    const [bucket, key] = [textAt(properties, property, 'S3Bucket'), textAt(properties, property, 'S3Key')];
    if (bucket === undefined || key === undefined) return [];
    const holds = holdsObject(bucket, key);
    if (holds === true) return [];
    if (holds === false) {
      return [
        {
          pointer: `#/${property}/S3Key`,
          problem: `Error occurred while GetObject. S3 Error Code: NoSuchKey. The bucket ${bucket} holds no object ${key}`,
          fix: 'Upload the archive first.',
        },
      ];
    }
    if (named(['AWS::S3::Bucket'], bucket) !== 'absent') return [];
    return [
      {
        pointer: `#/${property}/S3Bucket`,
        problem: `Error occurred while GetObject. S3 Error Code: NoSuchBucket. The bucket ${bucket} does not exist`,
        fix: 'Create the bucket and upload the archive first.',
      },
    ];
  },
};
