import { ReleaseTable } from '../../../../constructs/aws/release/release-table';
import { keyArn, onlyResource, templateOf, testKey, testStack } from '../../../helpers/aws-app';

test.each([
  ['retain', true, 'RetainExceptOnCreate', 'Retain'],
  ['destroy', false, 'Delete', 'Delete'],
] as const)('with retention %s deletion protection is %s', (dataRetention, protectedTable, onDelete, onReplace) => {
  const stack = testStack();
  new ReleaseTable(stack, 'Releases', { releaseTableName: 'releases', encryptionKey: testKey(stack), dataRetention });
  expect(onlyResource(templateOf(stack), 'AWS::DynamoDB::Table')).toMatchObject({
    Properties: {
      TableName: 'releases',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: protectedTable,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn },
    },
    DeletionPolicy: onDelete,
    UpdateReplacePolicy: onReplace,
  });
});
