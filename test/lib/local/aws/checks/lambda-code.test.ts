import type { JsonObject } from '../../../../../lib/constraints/json';
import { lambdaCode } from '../../../../../lib/local/aws/checks/lambda-code';
import { checkInput } from './check-input';

const check = (properties: JsonObject) => lambdaCode(checkInput(properties, { buckets: { code: ['a.zip'] } }));

test.each<[string, JsonObject]>([
  ['a function', { Code: { S3Bucket: 'code', S3Key: 'a.zip' } }],
  ['a layer', { Content: { S3Bucket: 'code', S3Key: 'a.zip' } }],
  ['inline code', { Code: { ZipFile: 'x' } }],
  ['an image', { Code: { ImageUri: 'x' } }],
  ['no code', {}],
])('accepts %s', (_name, properties) => {
  expect(check(properties)).toBeUndefined();
});

test.each<[string, JsonObject, string]>([
  [
    'an object that does not exist',
    { Code: { S3Bucket: 'code', S3Key: 'b.zip' } },
    'NoSuchKey. The bucket code holds no object b.zip (#/Code/S3Key)',
  ],
  [
    'a bucket that does not exist',
    { Code: { S3Bucket: 'none', S3Key: 'a.zip' } },
    'NoSuchBucket. The bucket none does not exist (#/Code/S3Bucket)',
  ],
  [
    'a layer in a bucket that does not exist',
    { Content: { S3Bucket: 'none', S3Key: 'a.zip' } },
    'NoSuchBucket. The bucket none does not exist (#/Content/S3Bucket)',
  ],
])('fails on %s', (_name, properties, reason) => {
  expect(check(properties)).toBe(`Error occurred while GetObject. S3 Error Code: ${reason}`);
});
