import { beginRollback } from '../../../../../lib/local/aws/cloudformation/executor';
import { finish } from '../../../../../lib/local/aws/cloudformation/work';
import { plainObject } from '../../../../../lib/local/aws/state/objects';
import { Engine, failures, output, testAccount, trail } from '../engine';

const bucket = (
  properties: Readonly<Record<string, unknown>> = {},
  more: Readonly<Record<string, unknown>> = {},
): unknown => ({ Type: 'AWS::S3::Bucket', Properties: properties, ...more });
const broken = { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 } };

test('a failed creation deletes what it made, newest first, and ends in ROLLBACK_COMPLETE', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: { A: bucket(), B: bucket({}, { DependsOn: 'A' }), Bad: { ...broken, DependsOn: 'B' } },
  });
  expect(stack.status).toBe('ROLLBACK_COMPLETE');
  expect(trail(stack).slice(-8)).toEqual([
    'Bad CREATE_FAILED',
    'S ROLLBACK_IN_PROGRESS',
    'Bad DELETE_COMPLETE',
    'B DELETE_IN_PROGRESS',
    'B DELETE_COMPLETE',
    'A DELETE_IN_PROGRESS',
    'A DELETE_COMPLETE',
    'S ROLLBACK_COMPLETE',
  ]);
  expect(engine.cloud.buckets.size).toBe(0);
});

test('a rollback is a separate operation, after the one that failed', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { Bad: broken } });
  const operations = [...new Set(stack.events.map(({ operationId }) => operationId))];
  const failed = stack.events.find(({ status }) => status === 'CREATE_FAILED');
  expect(operations).toHaveLength(2);
  expect(failed?.operationId).toBe(operations[0]);
  expect(new Set(stack.events.map(({ id }) => id)).size).toBe(stack.events.length);
});

test('a failed update puts every resource, parameter and output back', () => {
  const engine = new Engine();
  const parameter = (value: string): unknown => ({
    Type: 'AWS::SSM::Parameter',
    Properties: { Name: '/p', Type: 'String', Value: value },
  });
  const before = {
    Resources: { P: parameter('one'), R: bucket({ BucketName: 'first' }), Gone: bucket({ BucketName: 'gone' }) },
    Outputs: { O: { Value: { Ref: 'R' } } },
  };
  const stack = engine.deploy(engine.stack('S'), before);
  engine.deploy(stack, {
    Resources: {
      P: parameter('two'),
      R: bucket({ BucketName: 'second' }),
      New: bucket({ BucketName: 'new' }),
      Bad: { ...broken, DependsOn: ['P', 'R', 'New'] },
    },
  });
  expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect([...engine.cloud.buckets.keys()].sort()).toEqual(['first', 'gone']);
  expect(engine.cloud.parameters(testAccount, 'eu-central-1').get('/p')?.value).toBe('one');
  expect(output(stack, 'O')).toBe('first');
  expect(engine.plan(stack, before).changed).toBe(false);
});

test('a replacement creates the new resource before it deletes the old one', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { R: bucket({ BucketName: 'first' }) } });
  const from = stack.events.length;
  engine.deploy(stack, { Resources: { R: bucket({ BucketName: 'second' }) } });
  expect(stack.events.slice(from).map(({ status, physicalId }) => `${physicalId} ${status}`)).toEqual([
    expect.stringContaining('UPDATE_IN_PROGRESS'),
    'first UPDATE_IN_PROGRESS',
    'second UPDATE_IN_PROGRESS',
    'second UPDATE_COMPLETE',
    expect.stringContaining('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'),
    'first DELETE_IN_PROGRESS',
    'first DELETE_COMPLETE',
    expect.stringContaining('UPDATE_COMPLETE'),
  ]);
});

test.each([
  ['Retain', true],
  ['RetainExceptOnCreate', true],
  ['Delete', false],
])('deletion policy %s keeps the resource: %s', (policy, kept) => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: { B: bucket({ BucketName: 'data' }, { DeletionPolicy: policy }) },
  });
  engine.destroy(stack);
  expect(stack.status).toBe('DELETE_COMPLETE');
  expect(engine.cloud.buckets.has('data')).toBe(kept);
});

test('a retained resource keeps its name: deploying the stack again fails', () => {
  const engine = new Engine();
  const template = { Resources: { B: bucket({ BucketName: 'data' }, { DeletionPolicy: 'Retain' }) } };
  engine.destroy(engine.deploy(engine.stack('S'), template));
  const again = engine.deploy(engine.stack('S'), template);
  expect(failures(again).join()).toMatch(/B: .*'AWS::S3::Bucket' with identifier 'data' already exists/);
});

test('fails on a bucket name another account holds, and allows an IAM role name another account holds', () => {
  const engine = new Engine();
  const template = { Resources: { B: bucket({ BucketName: 'shared' }) } };
  engine.deploy(engine.stack('One', '111111111111'), template);
  expect(engine.deploy(engine.stack('Two', '222222222222'), template).status).toBe('ROLLBACK_COMPLETE');
  const role = {
    Resources: {
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'r',
          AssumeRolePolicyDocument: {
            Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
          },
        },
      },
    },
  };
  expect(engine.deploy(engine.stack('R1', '111111111111', 'eu-central-1'), role).status).toBe('CREATE_COMPLETE');
  expect(engine.deploy(engine.stack('R2', '222222222222', 'eu-central-1'), role).status).toBe('CREATE_COMPLETE');
  expect(engine.deploy(engine.stack('R3', '111111111111', 'us-east-1'), role).status).toBe('ROLLBACK_COMPLETE');
});

test('fails on replacing a resource that keeps its given name', () => {
  const engine = new Engine();
  const table = (key: string) => ({
    Resources: {
      T: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TableName: 'turns',
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: key, AttributeType: 'S' }],
          KeySchema: [{ AttributeName: key, KeyType: 'HASH' }],
        },
      },
    },
  });
  const stack = engine.deploy(engine.stack('S'), table('a'));
  engine.deploy(stack, table('b'));
  expect(failures(stack).join()).toContain(
    'CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename turns',
  );
});

describe('a name that is unique in its parent', () => {
  const sources = (base: string, ...chunks: readonly number[]) => ({
    Resources: Object.fromEntries(
      chunks.map((maxTokens, index) => [
        `Source${index}`,
        {
          Type: 'AWS::Bedrock::DataSource',
          Properties: {
            Name: 'handbook',
            KnowledgeBaseId: base,
            DataSourceConfiguration: { Type: 'S3', S3Configuration: { BucketArn: 'arn:aws:s3:::documents' } },
            VectorIngestionConfiguration: {
              ChunkingConfiguration: {
                ChunkingStrategy: 'FIXED_SIZE',
                FixedSizeChunkingConfiguration: { MaxTokens: maxTokens, OverlapPercentage: 10 },
              },
            },
          },
        },
      ]),
    ),
  });

  /** An engine with two knowledge bases and the bucket of their documents. */
  const withBases = (): Engine => {
    const engine = new Engine();
    engine.deploy(engine.stack('Documents'), { Resources: { B: bucket({ BucketName: 'documents' }) } });
    for (const physicalId of ['AAAAAAAAAA', 'BBBBBBBBBB']) {
      engine.cloud.registry.add({
        account: testAccount,
        region: 'eu-central-1',
        type: 'AWS::Bedrock::KnowledgeBase',
        logicalId: physicalId,
        stackId: 'elsewhere',
        physicalId,
        arn: `arn:aws:bedrock:eu-central-1:${testAccount}:knowledge-base/${physicalId}`,
        uniqueKey: undefined,
        properties: {},
      });
    }
    return engine;
  };

  test('belongs to one data source of a knowledge base, and another base may have it too', () => {
    const engine = withBases();
    const stack = engine.deploy(engine.stack('S'), sources('AAAAAAAAAA', 300, 500));
    expect(failures(stack)).toEqual([
      expect.stringMatching(/^Source1: .*'handbook' already exists \(created as Source0 .*AlreadyExists/),
    ]);
    engine.deploy(engine.stack('A'), sources('AAAAAAAAAA', 300));
    expect(engine.deploy(engine.stack('B'), sources('BBBBBBBBBB', 300)).status).toBe('CREATE_COMPLETE');
  });

  test('refuses a replacement under the same name, in the words of the service', () => {
    const engine = withBases();
    const stack = engine.deploy(engine.stack('S'), sources('AAAAAAAAAA', 300));
    engine.deploy(stack, sources('AAAAAAAAAA', 500));
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(failures(stack).join()).toContain("'handbook' already exists");
  });

  test('refuses a second identity provider of a URL in the account', () => {
    const engine = new Engine();
    const provider = { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://tokens.example.com' } };
    const stack = engine.deploy(engine.stack('S'), { Resources: { P: provider } });
    expect(stack.resources.get('P')?.physicalId).toBe('arn:aws:iam::111111111111:oidc-provider/tokens.example.com');
    expect(engine.deploy(engine.stack('T'), { Resources: { P: provider } }).status).toBe('ROLLBACK_COMPLETE');
  });
});

test('an index that keeps its name cannot get another dimension', () => {
  const engine = new Engine();
  const index = (dimension: number) => ({
    Resources: {
      V: { Type: 'AWS::S3Vectors::VectorBucket', Properties: { VectorBucketName: 'vectors' } },
      I: {
        Type: 'AWS::S3Vectors::Index',
        Properties: {
          VectorBucketName: { Ref: 'V' },
          IndexName: 'documents',
          DataType: 'float32',
          Dimension: dimension,
          DistanceMetric: 'cosine',
        },
      },
    },
  });
  const stack = engine.deploy(engine.stack('S'), index(1024));
  engine.deploy(stack, index(512));
  expect(failures(stack).join()).toMatch(/custom-named resource requires replacing.*'documents'/);
});

test('a bucket with objects blocks the deletion of what it needs, until it is empty', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: {
      Log: bucket({ BucketName: 'log' }),
      B: bucket({ BucketName: 'data', LoggingConfiguration: { DestinationBucketName: { Ref: 'Log' } } }),
    },
  });
  const object = plainObject('k', Buffer.from('x'), new Date(0));
  engine.cloud.buckets.get('data')?.objects.set('k', object);
  engine.destroy(stack);
  expect(stack.status).toBe('DELETE_FAILED');
  expect(failures(stack)[0]).toContain('The bucket you tried to delete is not empty');
  expect([...engine.cloud.buckets.keys()]).toEqual(['log', 'data']);
  engine.cloud.buckets.get('data')?.objects.clear();
  expect(engine.destroy(stack).status).toBe('DELETE_COMPLETE');
});

test('the CDK custom resource that empties a bucket really empties it', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: {
      B: bucket({ BucketName: 'data' }),
      Auto: { Type: 'Custom::S3AutoDeleteObjects', Properties: { ServiceToken: 'arn:x', BucketName: { Ref: 'B' } } },
    },
  });
  const object = plainObject('k', Buffer.from('x'), new Date(0));
  engine.cloud.buckets.get('data')?.objects.set('k', object);
  expect(engine.destroy(stack).status).toBe('DELETE_COMPLETE');
});

describe('an export another stack imports', () => {
  const exporting = (value: string) => ({
    Resources: { B: bucket({ BucketName: value }) },
    Outputs: { O: { Value: { Ref: 'B' }, Export: { Name: 'shared' } } },
  });
  const engine = new Engine();
  const owner = engine.deploy(engine.stack('Owner'), exporting('one'));
  const user = engine.deploy(engine.stack('User'), {
    Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': 'shared' } } } },
  });

  test('fails to change', () => {
    engine.deploy(owner, exporting('two'));
    expect(owner.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(owner.events.map(({ reason }) => reason).join()).toContain(
      'Export shared cannot be updated as it is in use by User',
    );
    expect([...engine.cloud.buckets.keys()]).toEqual(['one']);
  });

  test('fails to be deleted', () => {
    engine.destroy(owner);
    expect(owner.status).toBe('DELETE_FAILED');
    expect(owner.statusReason).toBe('Delete canceled. Cannot delete export shared as it is in use by User.');
  });

  test('can be deleted after its last importer', () => {
    engine.destroy(user);
    expect(engine.destroy(owner).status).toBe('DELETE_COMPLETE');
  });
});

test('fails on an export name another stack of the account and region holds', () => {
  const engine = new Engine();
  const template = { Resources: { B: bucket() }, Outputs: { O: { Value: 'x', Export: { Name: 'shared' } } } };
  engine.deploy(engine.stack('One'), template);
  expect(engine.deploy(engine.stack('Two'), template).status).toBe('ROLLBACK_COMPLETE');
  expect(engine.deploy(engine.stack('Three', testAccount, 'us-east-1'), template).status).toBe('CREATE_COMPLETE');
});

test('the same seed gives the same identifiers, another seed gives others', () => {
  const ids = (seed: string): readonly string[] => {
    const engine = new Engine(seed);
    const stack = engine.deploy(engine.stack('S'), {
      Resources: { V: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } }, B: bucket() },
    });
    return [...stack.resources.values()].map(({ physicalId }) => physicalId);
  };
  expect(ids('a')).toEqual(ids('a'));
  expect(ids('a')).not.toEqual(ids('b'));
});

test('without rollback a failed update keeps what it did, and a later rollback undoes it', () => {
  const engine = new Engine();
  const topic = (name: string): unknown => ({
    Type: 'AWS::SSM::Parameter',
    Properties: { Name: '/p', Type: 'String', Value: name },
  });
  const value = (): string | undefined => engine.cloud.parameters(testAccount, 'eu-central-1').get('/p')?.value;
  const stack = engine.deploy(engine.stack('S'), { Resources: { P: topic('one') } });
  const failing = { Resources: { P: topic('two'), Bad: { ...broken, DependsOn: 'P' } } };
  finish(engine.begin(stack, failing, {}, { disableRollback: true }));
  expect([stack.status, value()]).toEqual(['UPDATE_FAILED', 'two']);
  if (stack.failed !== undefined)
    finish(beginRollback(stack, stack.failed, engine.cloud, { clientRequestToken: undefined }));
  expect([stack.status, value()]).toEqual(['UPDATE_ROLLBACK_COMPLETE', 'one']);
  expect(engine.plan(stack, { Resources: { P: topic('one') } }).changed).toBe(false);
});
