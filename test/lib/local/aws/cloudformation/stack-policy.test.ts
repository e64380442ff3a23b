import type { UpdateAction } from '../../../../../lib/local/aws/cloudformation/stack-policy';
import { assertStackPolicy, policyDenial } from '../../../../../lib/local/aws/cloudformation/stack-policy';
import { finish } from '../../../../../lib/local/aws/cloudformation/work';
import { Engine, failures } from '../engine';

const statement = (more: Readonly<Record<string, unknown>> = {}) => ({
  Effect: 'Allow',
  Action: 'Update:*',
  Principal: '*',
  Resource: '*',
  ...more,
});
const policy = (...Statement: readonly unknown[]): string => JSON.stringify({ Statement });
const allowAll = statement();
const table = { logicalId: 'Table', type: 'AWS::DynamoDB::Table' };

test.each<[string, string, UpdateAction, boolean]>([
  ['allows what a statement allows', policy(allowAll), 'Update:Modify', true],
  [
    'protects everything by default',
    policy(statement({ Resource: 'LogicalResourceId/Other' })),
    'Update:Modify',
    false,
  ],
  ['is none when it is empty', '{}', 'Update:Replace', true],
  [
    'denies before it allows',
    policy(statement({ Effect: 'Deny', Resource: 'LogicalResourceId/Tab*' }), allowAll),
    'Update:Modify',
    false,
  ],
  [
    'denies the named actions alone',
    policy(allowAll, statement({ Effect: 'Deny', Action: ['Update:Replace', 'Update:Delete'] })),
    'Update:Modify',
    true,
  ],
  [
    'denies a replacement',
    policy(allowAll, statement({ Effect: 'Deny', Action: ['Update:Replace', 'Update:Delete'] })),
    'Update:Replace',
    false,
  ],
  [
    'is about everything but NotResource',
    policy({ Effect: 'Allow', Action: 'Update:*', Principal: '*', NotResource: 'LogicalResourceId/Table' }),
    'Update:Modify',
    false,
  ],
  [
    'reads the type of the resource',
    policy(
      allowAll,
      statement({ Effect: 'Deny', Condition: { StringEquals: { ResourceType: ['AWS::DynamoDB::Table'] } } }),
    ),
    'Update:Delete',
    false,
  ],
  [
    'leaves other types alone',
    policy(allowAll, statement({ Effect: 'Deny', Condition: { StringLike: { ResourceType: 'AWS::RDS::*' } } })),
    'Update:Delete',
    true,
  ],
])('a stack policy %s', (_name, text, action, allowed) => {
  expect(policyDenial(text, action, table) === undefined).toBe(allowed);
});

test('a denial names the statement', () => {
  const text = policy(allowAll, statement({ Effect: 'Deny', Resource: 'LogicalResourceId/Table' }));
  expect(policyDenial(text, 'Update:Replace', table)).toBe(
    'Action denied by stack policy: Statement [#2] does not allow [Update:*] for resource [LogicalResourceId/Table]',
  );
});

test.each<[string, string]>([
  ['text that is no JSON', 'no'],
  ['a list', '[]'],
  ['no statement', policy()],
  ['an unknown effect', policy(statement({ Effect: 'Perhaps' }))],
  ['a principal other than everyone', policy(statement({ Principal: 'arn:aws:iam::111111111111:role/r' }))],
  ['an action of a service', policy(statement({ Action: 's3:*' }))],
  ['no resource', policy({ Effect: 'Allow', Action: 'Update:*', Principal: '*' })],
  ['a condition on another key', policy(statement({ Condition: { StringEquals: { Other: 'x' } } }))],
])('fails on %s', (_name, text) => {
  expect(() => {
    assertStackPolicy(text, ['Table']);
  }).toThrow('Error validating stack policy: Invalid stack policy');
});

test('fails on a logical id that the template lacks', () => {
  const text = policy(statement({ Resource: 'LogicalResourceId/Nope' }));
  expect(() => {
    assertStackPolicy(text, ['Table']);
  }).toThrow("Unknown logical id 'LogicalResourceId/Nope'");
});

describe('an update under a policy', () => {
  const bucket = (name: string) => ({ Type: 'AWS::S3::Bucket', Properties: { BucketName: name } });
  const before = { Resources: { A: bucket('first'), B: bucket('kept') } };
  const protect = policy(allowAll, statement({ Effect: 'Deny', Action: ['Update:Replace', 'Update:Delete'] }));
  const deploy = (Resources: Readonly<Record<string, unknown>>) => {
    const engine = new Engine();
    const stack = engine.deploy(engine.stack('S'), before);
    finish(engine.begin(stack, { Resources }, {}, { policy: protect }));
    return { stack, left: [...engine.cloud.buckets.keys()].sort() };
  };

  test('rolls back a replacement', () => {
    const { stack, left } = deploy({ A: bucket('second'), B: bucket('kept') });
    expect([stack.status, left]).toEqual(['UPDATE_ROLLBACK_COMPLETE', ['first', 'kept']]);
    expect(failures(stack)[0]).toMatch(/^A: Action denied by stack policy: Statement \[#2\]/);
  });

  test('rolls back a removal before anything is deleted', () => {
    const { stack, left } = deploy({ A: bucket('first'), New: bucket('new') });
    expect([stack.status, left]).toEqual(['UPDATE_ROLLBACK_COMPLETE', ['first', 'kept']]);
    expect(stack.resources.get('B')?.deployed).toBeDefined();
    expect(failures(stack)[0]).toMatch(/^B: Action denied by stack policy/);
  });

  test('allows what it does not protect', () => {
    const { stack } = deploy({ A: bucket('first'), B: bucket('kept'), New: bucket('new') });
    expect(stack.status).toBe('UPDATE_COMPLETE');
  });
});
