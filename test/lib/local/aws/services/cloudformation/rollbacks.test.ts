import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeEach(async () => {
  cloud = await startLocalAws();
});
afterEach(() => cloud.close());

const parameter = (value: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name: '/p', Type: 'String', Value: value },
  ...more,
});
const broken = { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 }, DependsOn: 'P' };
const template = (Resources: Readonly<Record<string, unknown>>): string => JSON.stringify({ Resources });
const call = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, { StackName: 'S', ...parameters });
const value = async (): Promise<unknown> =>
  (await client(cloud, testAccount, testRegion).ssm('GetParameter', { Name: '/p' })).body;
const status = (): string | undefined => cloud.stacks().find(({ stack }) => stack === 'S')?.status;
const statuses = async (logicalId: string): Promise<readonly string[]> => {
  const { text } = await call('DescribeStackEvents');
  return text
    .split('<member>')
    .filter((event) => event.includes(`<LogicalResourceId>${logicalId}<`))
    .map((event) => /<ResourceStatus>(.*?)</.exec(event)?.[1] ?? '')
    .reverse();
};

describe('a rollback that fails', () => {
  beforeEach(async () => {
    await call('CreateStack', { TemplateBody: template({ P: parameter('one') }) });
    // Putting P back fails, as it does when its service refuses the old value.
    cloud.plant(({ logicalId, rollback }) => (logicalId === 'P' && rollback ? 'planted' : undefined));
    await call('UpdateStack', { TemplateBody: template({ P: parameter('two'), Bad: broken }) });
  });

  test('leaves the stack in UPDATE_ROLLBACK_FAILED, which cannot be updated', async () => {
    expect(status()).toBe('UPDATE_ROLLBACK_FAILED');
    const update = await call('UpdateStack', { TemplateBody: template({ P: parameter('three') }) });
    expect(update.text).toContain('is in UPDATE_ROLLBACK_FAILED state and can not be updated');
    expect((await call('RollbackStack')).text).toContain('cannot be rolled back');
  });

  test('is gone on with once its cause is mended', async () => {
    cloud.plant();
    expect((await call('ContinueUpdateRollback')).status).toBe(200);
    expect([status(), await value()]).toEqual([
      'UPDATE_ROLLBACK_COMPLETE',
      expect.objectContaining({ Parameter: expect.objectContaining({ Value: 'one' }) as unknown }),
    ]);
  });

  test('is gone on with without the resource that cannot be put back', async () => {
    const refused = await call('ContinueUpdateRollback', { 'ResourcesToSkip.member.1': 'Bad' });
    expect(refused.text).toContain('in the UPDATE_FAILED state because the rollback failed [P], got [Bad]');
    await call('ContinueUpdateRollback', { 'ResourcesToSkip.member.1': 'P' });
    expect([status(), await value()]).toEqual([
      'UPDATE_ROLLBACK_COMPLETE',
      expect.objectContaining({ Parameter: expect.objectContaining({ Value: 'two' }) as unknown }),
    ]);
    expect((await statuses('P')).at(-1)).toBe('UPDATE_COMPLETE');
  });

  test('is gone on with by force', async () => {
    await call('ContinueUpdateRollback', { ForceRollback: 'true' });
    expect(status()).toBe('UPDATE_ROLLBACK_COMPLETE');
  });
});

describe('without rollback', () => {
  test('a failed update can be retried or rolled back to the last stable state', async () => {
    await call('CreateStack', { TemplateBody: template({ P: parameter('one') }) });
    const failing = { DisableRollback: 'true', TemplateBody: template({ P: parameter('two'), Bad: broken }) };
    await call('UpdateStack', failing);
    expect(status()).toBe('UPDATE_FAILED');
    const again = await call('UpdateStack', { TemplateBody: failing.TemplateBody });
    expect(again.text).toContain('currently in a non-terminal [UPDATE_FAILED] state');
    await call('UpdateStack', { ...failing, TemplateBody: template({ P: parameter('three'), Bad: broken }) });
    expect(status()).toBe('UPDATE_FAILED');
    await call('RollbackStack');
    expect([status(), await value()]).toEqual([
      'UPDATE_ROLLBACK_COMPLETE',
      expect.objectContaining({ Parameter: expect.objectContaining({ Value: 'one' }) as unknown }),
    ]);
  });

  test('a failed creation goes on from what was made', async () => {
    await call('CreateStack', {
      DisableRollback: 'true',
      TemplateBody: template({ P: parameter('one'), Bad: broken }),
    });
    expect(status()).toBe('CREATE_FAILED');
    const fixed = template({ P: parameter('one'), Bad: { Type: 'AWS::SNS::Topic' } });
    await call('UpdateStack', { DisableRollback: 'true', TemplateBody: fixed });
    expect(status()).toBe('UPDATE_COMPLETE');
    expect(await statuses('P')).toEqual(['CREATE_IN_PROGRESS', 'CREATE_IN_PROGRESS', 'CREATE_COMPLETE']);
  });

  test('express mode does not roll back unless it is asked to', async () => {
    const failing = template({ P: parameter('one'), Bad: broken });
    await call('CreateStack', { TemplateBody: failing, 'DeploymentConfig.Mode': 'EXPRESS' });
    expect(status()).toBe('CREATE_FAILED');
    expect((await call('DescribeStacks')).text).toContain('<DeploymentConfig><Mode>EXPRESS</Mode>');
    await call('DeleteStack');
    await call('CreateStack', {
      TemplateBody: failing,
      'DeploymentConfig.Mode': 'EXPRESS',
      'DeploymentConfig.DisableRollback': 'false',
    });
    expect(status()).toBe('ROLLBACK_COMPLETE');
  });
});

test('a creation that fails deletes the stack when it is asked to', async () => {
  await call('CreateStack', { OnFailure: 'DELETE', TemplateBody: template({ P: parameter('one'), Bad: broken }) });
  expect(status()).toBeUndefined();
  expect(await value()).toMatchObject({ __type: 'ParameterNotFound' });
});

test('a rollback deletes what it made although its policy retains it, when it is asked to', async () => {
  const failing = template({ P: parameter('one', { DeletionPolicy: 'Retain' }), Bad: broken });
  await call('CreateStack', { TemplateBody: failing, RetainExceptOnCreate: 'true' });
  expect(await value()).toMatchObject({ __type: 'ParameterNotFound' });
});

test('an update is cancelled after the step that runs', async () => {
  await call('CreateStack', { TemplateBody: template({ P: parameter('one') }) });
  expect((await call('CancelUpdateStack')).text).toContain(
    'CancelUpdateStack cannot be called from current stack status',
  );
  let goOn: (value?: undefined) => void = () => undefined;
  cloud.plant(({ logicalId, action }) =>
    logicalId === 'T' && action === 'create' ? new Promise((resolve) => (goOn = resolve)) : undefined,
  );
  const changed = template({
    P: parameter('two'),
    T: { Type: 'AWS::SNS::Topic', DependsOn: 'P' },
    Bad: { ...broken, DependsOn: 'T' },
  });
  const { ask } = client(cloud, testAccount, testRegion);
  await ask('cloudformation', 'UpdateStack', { StackName: 'S', TemplateBody: changed });
  for (let polls = 0; polls < 100 && (await statuses('T')).length === 0; polls += 1);
  const cancelled = await ask('cloudformation', 'CancelUpdateStack', { StackName: 'S' });
  expect(cancelled.status).toBe(200);
  goOn();
  await cloud.idle();
  expect([status(), await value()]).toEqual([
    'UPDATE_ROLLBACK_COMPLETE',
    expect.objectContaining({ Parameter: expect.objectContaining({ Value: 'one' }) as unknown }),
  ]);
  expect(await statuses('Bad')).toEqual([]);
});

test('a deletion that failed can be forced', async () => {
  await call('CreateStack', {
    TemplateBody: template({ B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data' } } }),
  });
  expect((await call('DeleteStack', { DeletionMode: 'FORCE_DELETE_STACK' })).text).toContain(
    'only when the stack is in',
  );
  cloud.write('data', 'key');
  await call('DeleteStack');
  expect(status()).toBe('DELETE_FAILED');
  await call('DeleteStack', { DeletionMode: 'FORCE_DELETE_STACK' });
  expect(status()).toBeUndefined();
});
