import { at, onlyResource, resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { settledPlan } from '../../helpers/aws-plan-fixture';

const standby = {
  region: 'eu-west-1',
  bucketArn: 'arn:aws:s3:::artifacts-standby',
  keyArn: 'arn:aws:kms:eu-west-1:111111111111:key/00000000-0000-4000-8000-000000000002',
  replicated: [],
  notReplicated: [],
  serving: 'zero',
} as const;

test('the artifact bucket of the environment is replicated where the plan says so, and by one role more', () => {
  const [plain, replicated] = [settledPlan('prod'), settledPlan('prod', { standby })].map(
    (plan) => stageTemplates(plan)['integration'],
  );
  if (plain === undefined || replicated === undefined) throw new Error('no integration');
  const bucket = onlyResource(replicated, 'AWS::S3::Bucket').Properties;
  expect(at(bucket, 'ReplicationConfiguration', 'Rules', 0, 'Destination', 'Bucket')).toBe(standby.bucketArn);
  expect(onlyResource(plain, 'AWS::S3::Bucket').Properties).not.toHaveProperty('ReplicationConfiguration');
  const roles = [plain, replicated].map((template) => resourcesOf(template, 'AWS::IAM::Role').length);
  expect(roles).toEqual([0, 1]);
});
