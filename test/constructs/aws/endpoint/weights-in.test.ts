import * as s3 from 'aws-cdk-lib/aws-s3';
import { weightsIn } from '../../../../constructs/aws';
import { testStack } from '../../../helpers/aws-app';

test('weights are named by their prefix, with the key of the bucket where it has one', () => {
  const stack = testStack();
  const keyed = new s3.Bucket(stack, 'Keyed', { encryption: s3.BucketEncryption.KMS });
  const plain = s3.Bucket.fromBucketName(stack, 'Plain', 'support-weights');
  expect(weightsIn(plain, 'models/chat/')).toEqual({ modelDataUri: 's3://support-weights/models/chat/' });
  expect(weightsIn(keyed, 'models/chat/').modelDataKeyArn).toBe(keyed.encryptionKey?.keyArn);
});
