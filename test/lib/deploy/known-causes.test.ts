import { knownCause } from '../../../lib/deploy';
import { causes } from '../../../lib/deploy/known-causes';

const cause = (reason: string) => knownCause({ ok: false, events: [], tail: reason })?.code;

test.each([
  ['Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.', 'NoCapacity'],
  [
    "The account-level service limit 'ml.g5.2xlarge for endpoint usage' is 0 Instances (Error Code: ResourceLimitExceeded)",
    'QuotaReached',
  ],
  ["InsufficientQuota: Insufficient quota. Cannot create/update/move resource 'x'.", 'QuotaReached'],
  ['The primary container for production variant AllTraffic did not pass the ping health check.', 'EndpointNotHealthy'],
  [
    'Could not find model data at s3://bucket/models/x/. (Service: AmazonSageMaker; Status Code: 400)',
    'WeightsNotThere',
  ],
  [
    'SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment been bootstrapped?',
    'AccountNotBootstrapped',
  ],
  [
    'Code="InUseSubnetCannotBeDeleted" Message="Subnet agents is in use by /x/serviceAssociationLinks/legionservicelink"',
    'HeldByServiceLink',
  ],
  [
    "The subnet 'subnet-1' has dependencies and cannot be deleted. (Error Code: DependencyViolation)",
    'HeldByInterfaces',
  ],
  ['The bucket you tried to delete is not empty (Service: S3, Status Code: 409)', 'BucketNotEmpty'],
  [
    "An existing resource with ID '/x' has been soft-deleted. To restore the resource, you must specify 'restore'",
    'NameStillTaken',
  ],
  ["Resource of type 'AWS::S3::Bucket' with identifier 'b' already exists.", 'NameStillTaken'],
  [
    "Resource of type 'AWS::IAM::OIDCProvider' with identifier 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com' already exists",
    'ProviderExists',
  ],
  ['User: arn:aws:sts::111111111111:assumed-role/x/y is not authorized to perform: iam:PassRole', 'DeployRightMissing'],
  ['Stack [x] cannot be deleted while TerminationProtection is enabled', 'StackProtected'],
  ['error: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE', 'PulumiNotLoggedIn'],
  ['something that nobody has seen', undefined],
])('%s', (reason, code) => {
  expect(cause(reason)).toBe(code);
});

test('events come before the end of the output', () => {
  const found = knownCause({
    ok: false,
    events: [
      { resource: 'a', reason: 'Resource creation cancelled' },
      { resource: 'b', reason: 'ResourceLimitExceeded' },
    ],
    tail: 'AccessDenied',
  });
  expect(found).toMatchObject({ code: 'QuotaReached', reason: 'ResourceLimitExceeded' });
});

test('every row has a source', () => {
  for (const { source } of causes) expect(source).not.toBe('');
});
