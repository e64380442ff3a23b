import type { LocalAws } from '../../../../lib/local/aws';
import type { RehearsedChange } from '../../../../lib/local/rehearsal/change';
import { bucket, secondDays, stack, statuses } from './days-fixture';

let cloud: LocalAws | undefined;
afterEach(() => cloud?.close());

const topic = (displayName: string) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: displayName } });
const change: RehearsedChange = { name: 'topic', line: 'a line', expected: 'a topic changes', replaces: [] };

describe('a change of one line', () => {
  const before = [stack('data', { Data: bucket('data') }), stack('use', { Topic: topic('one') })];
  const after = [stack('data', { Data: bucket('data') }), stack('use', { Topic: topic('two'), Other: topic('new') })];

  test('is deployed and taken back, and each says what it did', async () => {
    const fixture = await secondDays(before);
    cloud = fixture.cloud;
    expect(await fixture.days.takeBack(change)).toEqual({
      summary: '2 created (S3::Bucket, SNS::Topic)',
      failures: [],
    });
    expect(await fixture.days.change(change, after)).toEqual({
      summary: '1 created (SNS::Topic), 1 updated (SNS::Topic)',
      failures: [],
    });
    expect(await fixture.days.takeBack(change)).toEqual({
      summary: '1 updated (SNS::Topic), 1 deleted (SNS::Topic)',
      failures: [],
    });
    expect(await fixture.days.takeBack(change)).toEqual({ summary: 'no resource changed', failures: [] });
  });

  test('fails when something that lasts is replaced, unless the change names its type', async () => {
    const fixture = await secondDays(before);
    cloud = fixture.cloud;
    await fixture.days.takeBack(change);
    const renamed = [stack('data', { Data: bucket('other') })];
    expect(await fixture.days.change(change, renamed)).toEqual({
      summary: '1 replaced (S3::Bucket)',
      failures: ['data/Data (AWS::S3::Bucket) was replaced'],
    });
    const allowed = { ...change, replaces: ['AWS::S3::Bucket'] };
    expect((await fixture.days.takeBack(allowed)).failures).toEqual([]);
    const without = [stack('data', { Topic: topic('one') })];
    expect((await fixture.days.change(change, without)).failures).toEqual(['data/Data (AWS::S3::Bucket) was deleted']);
  });

  test('takes a change back after what it retained was deleted by hand', async () => {
    const kept = (name: string) => [
      stack('data', {
        Topic: {
          Type: 'AWS::SNS::Topic',
          UpdateReplacePolicy: 'Retain',
          DeletionPolicy: 'Retain',
          Properties: { TopicName: name },
        },
      }),
    ];
    const fixture = await secondDays(kept('one'));
    cloud = fixture.cloud;
    const replaced = { ...change, replaces: ['AWS::SNS::Topic'] };
    await fixture.days.takeBack(change);
    expect((await fixture.days.change(replaced, kept('two'))).failures).toEqual([]);
    expect((await fixture.days.takeBack(change)).failures).toHaveLength(1);
    expect(await fixture.days.takeBack(replaced)).toEqual({
      summary: '1 replaced (SNS::Topic); retained SNS::Topic deleted by hand before',
      failures: [],
    });
  });

  test('fails with the reason of the service, and later stacks wait', async () => {
    const fixture = await secondDays(before);
    cloud = fixture.cloud;
    await fixture.days.takeBack(change);
    const broken = [
      stack('data', { Data: bucket('data'), Bad: { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 } } }),
      ...after,
    ];
    const { summary, failures } = await fixture.days.change(change, broken);
    expect(summary).toBe('data UPDATE_ROLLBACK_COMPLETE');
    expect(failures).toEqual([expect.stringMatching(/^data: .*Bad CREATE_FAILED: .*extraneous key \[Nope\]/s)]);
    expect(statuses(cloud)).toMatchObject({ use: 'CREATE_COMPLETE' });
    const { summary: refused } = await fixture.days.change(change, [{ name: 'data', template: '{', assets: [] }]);
    expect(refused).toBe('data refused');
  });
});

describe('up again', () => {
  test('a bucket that a service has filled blocks the retry until it is empty', async () => {
    const stacks = [stack('first', { T: topic('one') }), stack('data', { Data: bucket('data'), T: topic('two') })];
    const fixture = await secondDays(stacks);
    cloud = fixture.cloud;
    expect(await fixture.days.upAgain()).toEqual({
      summary: 'data ROLLBACK_FAILED, retry DELETE_FAILED until data is empty; then 2 stacks, 3 resources',
      failures: [],
    });
    expect(statuses(cloud)).toEqual({ first: 'CREATE_COMPLETE', data: 'CREATE_COMPLETE' });
  });

  test('a bucket that the rollback keeps takes its name from the retry', async () => {
    const stacks = [stack('data', { Data: bucket('data', { DeletionPolicy: 'Retain' }), T: topic('two') })];
    const fixture = await secondDays(stacks);
    cloud = fixture.cloud;
    const { summary, failures } = await fixture.days.upAgain();
    expect(summary).toBe('data ROLLBACK_COMPLETE, retry DELETE_COMPLETE; data ROLLBACK_COMPLETE');
    expect(failures).toEqual([expect.stringContaining("identifier 'data' already exists")]);
  });

  test('what stayed keeps its name until its owner deletes it, and a bucket that stays is deleted by hand too', async () => {
    const stays = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };
    const logs = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/logs' }, ...stays };
    const key = { Type: 'AWS::KMS::Key', ...stays };
    const stacks = [
      stack('first', { Logs: logs, Key: key }),
      stack('data', { Data: bucket('data', stays), T: topic('two') }),
    ];
    const fixture = await secondDays(stacks);
    cloud = fixture.cloud;
    await fixture.days.takeBack(change);
    cloud.write('data', 'written-by-a-service');
    await fixture.days.keptBy(() => fixture.remove(['data', 'first']));
    expect(await fixture.days.upAgain()).toEqual({
      summary: [
        'first ROLLBACK_COMPLETE, because retained names are taken; retained Logs::LogGroup, S3::Bucket deleted by hand',
        'data ROLLBACK_FAILED, retry DELETE_COMPLETE, its name taken until data is deleted by hand',
        'then 2 stacks, 4 resources',
      ].join('; '),
      failures: [],
    });
    expect(statuses(cloud)).toEqual({ first: 'CREATE_COMPLETE', data: 'CREATE_COMPLETE' });
  });

  test('stacks without a bucket are created', async () => {
    const fixture = await secondDays([stack('first', { T: topic('one') })]);
    cloud = fixture.cloud;
    expect(await fixture.days.upAgain()).toEqual({ summary: 'then 1 stacks, 1 resources', failures: [] });
  });
});
