import type { Stack } from '../../../../../lib/local/aws/cloudformation/stack';
import { plainObject } from '../../../../../lib/local/aws/state/objects';
import { Engine, trail } from '../engine';

const bucket = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: name },
  ...more,
});
const broken = { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 } };

/** Puts an object into a bucket, so that its deletion fails. */
function fill(engine: Engine, name: string): void {
  engine.cloud.buckets.get(name)?.objects.set('k', plainObject('k', Buffer.from('x'), new Date(0)));
}

const left = (engine: Engine) => [...engine.cloud.buckets.keys()].sort();
const statuses = (stack: Stack, logicalId: string) =>
  stack.events.filter((event) => event.logicalId === logicalId).map(({ status }) => status);

describe('RetainExceptOnCreate', () => {
  const template = (policy: string) => ({
    Resources: { B: bucket('data', { DeletionPolicy: policy }), Bad: { ...broken, DependsOn: 'B' } },
  });

  test('deletes a resource whose creation is rolled back, which Retain keeps', () => {
    const excepting = new Engine();
    const stack = excepting.deploy(excepting.stack('S'), template('RetainExceptOnCreate'));
    expect([stack.status, left(excepting)]).toEqual(['ROLLBACK_COMPLETE', []]);
    expect(statuses(stack, 'B').slice(-2)).toEqual(['DELETE_IN_PROGRESS', 'DELETE_COMPLETE']);
    const retaining = new Engine();
    const kept = retaining.deploy(retaining.stack('S'), template('Retain'));
    expect([kept.status, left(retaining)]).toEqual(['ROLLBACK_COMPLETE', ['data']]);
    expect(statuses(kept, 'B').at(-1)).toBe('DELETE_SKIPPED');
  });

  test('keeps a resource that leaves the template or whose stack is deleted', () => {
    const engine = new Engine();
    const stack = engine.deploy(engine.stack('S'), {
      Resources: {
        A: bucket('one', { DeletionPolicy: 'RetainExceptOnCreate' }),
        B: bucket('two', { DeletionPolicy: 'RetainExceptOnCreate' }),
        T: { Type: 'AWS::SNS::Topic' },
      },
    });
    engine.deploy(stack, {
      Resources: { B: bucket('two', { DeletionPolicy: 'RetainExceptOnCreate' }), T: { Type: 'AWS::SNS::Topic' } },
    });
    expect(statuses(stack, 'A').at(-1)).toBe('DELETE_SKIPPED');
    engine.destroy(stack);
    expect([stack.status, left(engine)]).toEqual(['DELETE_COMPLETE', ['one', 'two']]);
  });
});

describe('what a rollback cannot delete', () => {
  /** Fills the bucket before the resource after it is created, as access logs do. */
  const filling = (): Engine => {
    const engine = new Engine();
    engine.cloud.fault = ({ logicalId }) => {
      if (logicalId !== 'Last') return undefined;
      fill(engine, 'data');
      return 'planted';
    };
    return engine;
  };
  const data = { Resources: { Log: bucket('log'), B: bucket('data', { DependsOn: 'Log' }) } };
  const withLast = { Resources: { ...data.Resources, Last: { Type: 'AWS::SNS::Topic', DependsOn: 'B' } } };

  test('fails the rollback of a creation, keeps what it needs, and blocks the retry until it is empty', () => {
    const engine = filling();
    const stack = engine.deploy(engine.stack('S'), withLast);
    expect(stack.status).toBe('ROLLBACK_FAILED');
    expect(stack.statusReason).toBe('The following resource(s) failed to delete: [B, Log]. ');
    expect(left(engine)).toEqual(['data', 'log']);
    // The CDK CLI deletes such a stack before it creates it again.
    expect(engine.destroy(stack).status).toBe('DELETE_FAILED');
    engine.cloud.buckets.get('data')?.objects.clear();
    expect(engine.destroy(stack).status).toBe('DELETE_COMPLETE');
    engine.cloud.fault = () => undefined;
    expect(engine.deploy(engine.stack('S'), withLast).status).toBe('CREATE_COMPLETE');
  });

  test('stays behind after an update that is rolled back: the name is taken for the next update', () => {
    const engine = filling();
    const before = { Resources: { T: { Type: 'AWS::SNS::Topic' } } };
    const after = { Resources: { ...before.Resources, ...withLast.Resources } };
    const stack = engine.deploy(engine.stack('S'), before);
    engine.deploy(stack, after);
    expect([stack.status, stack.statusReason]).toEqual([
      'UPDATE_ROLLBACK_COMPLETE',
      'One or more resources could not be deleted.',
    ]);
    engine.cloud.fault = () => undefined;
    engine.deploy(stack, after);
    expect(stack.events.findLast(({ status }) => status === 'CREATE_FAILED')?.reason).toContain(
      "identifier 'log' already exists",
    );
  });

  test('stays behind after a successful update, which says so', () => {
    const engine = new Engine();
    const stack = engine.deploy(engine.stack('S'), {
      Resources: { B: bucket('data'), T: { Type: 'AWS::SNS::Topic' } },
    });
    fill(engine, 'data');
    engine.deploy(stack, { Resources: { T: { Type: 'AWS::SNS::Topic' } } });
    expect([stack.status, stack.statusReason]).toEqual([
      'UPDATE_COMPLETE',
      'Update successful. One or more resources could not be deleted.',
    ]);
    expect(left(engine)).toEqual(['data']);
  });
});

test('a planted fault fails one creation with its reason, and its place says whether it is the last', () => {
  const engine = new Engine();
  const places: string[] = [];
  engine.cloud.fault = ({ stack, logicalId, type, last, action }) => {
    if (action !== 'create') return undefined;
    places.push(`${stack} ${logicalId} ${type} ${String(last)}`);
    return last ? 'planted' : undefined;
  };
  const stack = engine.deploy(engine.stack('S'), {
    Resources: { A: bucket('one'), B: bucket('two', { DependsOn: 'A' }) },
  });
  expect(places).toEqual(['S A AWS::S3::Bucket false', 'S B AWS::S3::Bucket true']);
  expect(stack.status).toBe('ROLLBACK_COMPLETE');
  expect(stack.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toBe('planted');
});

test('a snapshot is taken before the deletion', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: {
      B: {
        Type: 'AWS::EC2::Volume',
        Properties: { AvailabilityZone: 'eu-central-1a', Size: 1 },
        DeletionPolicy: 'Snapshot',
      },
    },
  });
  engine.destroy(stack);
  expect(stack.events.filter(({ logicalId }) => logicalId === 'B').slice(-2)).toMatchObject([
    { status: 'DELETE_IN_PROGRESS', reason: 'A final snapshot is taken' },
    { status: 'DELETE_COMPLETE', reason: undefined },
  ]);
});

test('a resource without a snapshot is deleted without a reason', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { B: bucket('data') } });
  engine.destroy(stack);
  expect(stack.events.find(({ status }) => status === 'DELETE_IN_PROGRESS')).toMatchObject({
    logicalId: 'S',
    reason: 'User Initiated',
  });
  expect(stack.events.filter(({ logicalId }) => logicalId === 'B').at(-2)).toMatchObject({
    status: 'DELETE_IN_PROGRESS',
    reason: undefined,
  });
});

test('a deletion that fails keeps everything that the resource depends on, and the rest is deleted', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    Resources: {
      Base: bucket('base'),
      Middle: bucket('middle', { DependsOn: 'Base' }),
      Full: bucket('full', { DependsOn: 'Middle' }),
      Free: bucket('free'),
    },
  });
  fill(engine, 'full');
  engine.destroy(stack);
  expect([stack.status, left(engine)]).toEqual(['DELETE_FAILED', ['base', 'full', 'middle']]);
  expect(stack.statusReason).toBe('The following resource(s) failed to delete: [Full, Middle, Base]. ');
  expect(stack.deletedAt).toBeUndefined();
  expect(stack.resources.get('Full')?.status).toBe('DELETE_FAILED');
});

test('a failed deletion can leave the resource behind the second time', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { B: bucket('full'), C: bucket('other') } });
  fill(engine, 'full');
  engine.destroy(stack);
  engine.destroy(stack, ['B'], 'token');
  expect([stack.status, left(engine)]).toEqual(['DELETE_COMPLETE', ['full']]);
  expect(stack.deletedAt).toEqual(engine.cloud.now());
  expect(stack.events.at(-1)?.clientRequestToken).toBe('token');
});

test('a stack is deleted in reverse order of creation, updates included', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { Z: bucket('zz-z'), A: bucket('aa-a') } });
  engine.deploy(stack, {
    Resources: { Z: bucket('zz-z', { DependsOn: 'New' }), New: bucket('new'), A: bucket('aa-a') },
  });
  const from = stack.events.length;
  engine.destroy(stack);
  expect(
    trail(stack)
      .slice(from)
      .filter((line) => line.endsWith('DELETE_COMPLETE')),
  ).toEqual(['A DELETE_COMPLETE', 'Z DELETE_COMPLETE', 'New DELETE_COMPLETE', 'S DELETE_COMPLETE']);
});

test('a replaced resource leaves as its UpdateReplacePolicy says, and its logical id stays', () => {
  const engine = new Engine();
  const template = (name: string, policy: string) => ({
    Resources: { B: bucket(name, { UpdateReplacePolicy: policy, DeletionPolicy: 'Retain' }) },
  });
  const stack = engine.deploy(engine.stack('S'), template('one', 'Delete'));
  engine.deploy(stack, template('two', 'Retain'));
  expect(left(engine)).toEqual(['two']);
  engine.deploy(stack, template('three', 'Retain'));
  expect(left(engine)).toEqual(['three', 'two']);
  expect(stack.resources.get('B')).toMatchObject({ physicalId: 'three', status: 'UPDATE_COMPLETE' });
  expect(statuses(stack, 'B').at(-1)).toBe('DELETE_SKIPPED');
});

test('a replacement that is rolled back deletes the new resource, whatever its policies', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { B: bucket('one', { DeletionPolicy: 'Retain' }) } });
  engine.deploy(stack, {
    Resources: { B: bucket('two', { DeletionPolicy: 'Retain' }), Bad: { ...broken, DependsOn: 'B' } },
  });
  expect([stack.status, left(engine)]).toEqual(['UPDATE_ROLLBACK_COMPLETE', ['one']]);
  expect(stack.resources.get('B')).toMatchObject({ physicalId: 'one', status: 'UPDATE_COMPLETE' });
});

test('an old resource whose deletion fails stays, and the update succeeds', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), { Resources: { B: bucket('one') } });
  fill(engine, 'one');
  engine.deploy(stack, { Resources: { B: bucket('two') } });
  expect([stack.status, left(engine)]).toEqual(['UPDATE_COMPLETE', ['one', 'two']]);
  expect(statuses(stack, 'B').at(-1)).toBe('DELETE_FAILED');
  expect(stack.resources.get('B')).toMatchObject({ physicalId: 'two', status: 'UPDATE_COMPLETE' });
});

test('a stack whose export is in use is not deleted at all', () => {
  const engine = new Engine();
  const owner = engine.deploy(engine.stack('Owner'), {
    Resources: { B: bucket('data') },
    Outputs: { O: { Value: 'v', Export: { Name: 'shared' } } },
  });
  const user = engine.deploy(engine.stack('User'), {
    Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': 'shared' } } } },
  });
  engine.destroy(owner);
  expect([owner.status, left(engine)]).toEqual(['DELETE_FAILED', ['data']]);
  expect(owner.statusReason).toBe('Delete canceled. Cannot delete export shared as it is in use by User.');
  // The user has no exports, so the export of the owner does not keep it.
  expect(engine.destroy(user).status).toBe('DELETE_COMPLETE');
});
