import type { LocalAwsEvent } from '../../../../lib/local/aws';
import { statusOf } from '../../../../lib/local/aws/console';
import { stacksOf } from '../../../../lib/local/aws/stacks-of';
import { Engine, testAccount, testRegion } from './engine';

const template = {
  Transform: 'AWS::LanguageExtensions',
  Parameters: { Acl: { Type: 'String' }, Names: { Type: 'CommaDelimitedList' } },
  Resources: {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: { Ref: 'Acl' } } },
    'Fn::ForEach::Queues': ['Name', { Ref: 'Names' }, { 'Queue${Name}': { Type: 'AWS::SQS::Queue' } }],
  },
};
const place = { account: testAccount, region: testRegion, stack: 'demo' };
const bucket = { logicalId: 'Bucket', type: 'AWS::S3::Bucket' };

function deployed() {
  const events: LocalAwsEvent[] = [];
  const engine = new Engine('test', (event) => events.push(event));
  engine.deploy(engine.stack('demo'), template, { Acl: 'Private', Names: 'A,B' });
  return { engine, events, ...stacksOf(engine.cloud) };
}

test('the template of a stack has its loops run and the values of its parameters', () => {
  const { deployedTemplate } = deployed();
  expect(deployedTemplate(place)).toEqual({
    Transform: 'AWS::LanguageExtensions',
    Resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { AccessControl: 'Private' } },
      QueueA: { Type: 'AWS::SQS::Queue' },
      QueueB: { Type: 'AWS::SQS::Queue' },
    },
  });
  expect(deployedTemplate({ ...place, stack: 'other' })).toBeUndefined();
});

test('a warning is told, stands in the status, gives way to the next ones, and ends with its stack', () => {
  const { engine, events, warn } = deployed();
  const standing = () =>
    statusOf(engine.cloud, engine.cloud.ledger.history('requests', { inMemory: 10 })).warned.map(({ what }) => what);
  warn(place, [{ ...bucket, what: 'first' }]);
  expect(events.at(-1)).toEqual({ kind: 'warned', ...place, ...bucket, what: 'first' });
  warn(place, [{ ...bucket, what: 'second' }]);
  expect(standing()).toEqual(['second']);
  expect(engine.cloud.skipped()).toEqual([]);
  warn({ ...place, stack: 'other' }, [{ ...bucket, what: 'of no stack' }]);
  expect(standing()).toEqual(['second']);
  engine.destroy(engine.stack('demo'));
  expect(standing()).toEqual([]);
});
