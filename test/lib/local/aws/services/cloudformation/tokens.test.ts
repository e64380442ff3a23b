import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeEach(async () => {
  cloud = await startLocalAws();
});
afterEach(() => cloud.close());

const template = (Value: string, more: object = {}): string =>
  JSON.stringify({
    Resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/p', Type: 'String', Value } }, ...more },
  });
const broken = { Bad: { Type: 'AWS::SNS::Topic', Properties: { Nope: 1 }, DependsOn: 'P' } };
const call = (action: string, ClientRequestToken: string, more: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, {
    StackName: 'S',
    ClientRequestToken,
    ...more,
  });
const begun = async (): Promise<number> => {
  const { text } = await client(cloud, testAccount, testRegion).query('cloudformation', 'DescribeStackEvents', {
    StackName: 'S',
  });
  return text.match(/<ResourceStatusReason>User Initiated/g)?.length ?? 0;
};

interface Repeated {
  readonly action: string;
  readonly more?: Readonly<Record<string, string>>;
  /** What the stack needs before. */
  readonly before?: () => Promise<unknown>;
}

const update = (token: string, more: Readonly<Record<string, string>>) => call('UpdateStack', token, more);
const repeated: readonly Repeated[] = [
  { action: 'UpdateStack', more: { TemplateBody: template('two') } },
  {
    action: 'DeleteStack',
    // The deletion fails: what is sent again does not try again.
    before: () => {
      cloud.plant(({ action }) => (action === 'delete' ? 'planted' : undefined));
      return Promise.resolve();
    },
  },
  {
    action: 'RollbackStack',
    before: () => update('before', { TemplateBody: template('two', broken), DisableRollback: 'true' }),
  },
  {
    action: 'ContinueUpdateRollback',
    before: async () => {
      cloud.plant(({ logicalId, rollback }) => (logicalId === 'P' && rollback ? 'planted' : undefined));
      await update('before', { TemplateBody: template('two', broken) });
      cloud.plant();
    },
  },
];

test.each(repeated)('$action sent again with its token is the same operation', async ({ action, more, before }) => {
  await call('CreateStack', 'create', { TemplateBody: template('one') });
  await before?.();
  const first = await call(action, 'token', more);
  const events = await begun();
  const again = await call(action, 'token', more);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.text.replace(/<RequestId>.*?</g, '')).toBe(first.text.replace(/<RequestId>.*?</g, ''));
  expect(await begun()).toBe(events);
});

test('a token of another action is refused; another token is another operation', async () => {
  await call('CreateStack', 'create', { TemplateBody: template('one') });
  const refused = await update('create', { TemplateBody: template('two') });
  expect(refused.text).toContain('<Code>TokenAlreadyExistsException</Code>');
  expect(await begun()).toBe(1);
  expect((await update('other', { TemplateBody: template('two') })).status).toBe(200);
  expect((await update('third', { TemplateBody: template('two') })).text).toContain('No updates are to be performed');
});

test('a refused request leaves its token free', async () => {
  await call('CreateStack', 'create', { TemplateBody: template('one') });
  expect((await update('token', { TemplateBody: '{' })).status).toBe(400);
  expect((await update('token', { TemplateBody: template('two') })).status).toBe(200);
});

test('a change set that is asked for again with its token is the same one', async () => {
  const ask = (ClientToken: string) =>
    client(cloud, testAccount, testRegion).query('cloudformation', 'CreateChangeSet', {
      StackName: 'S',
      ChangeSetName: 'c',
      ChangeSetType: 'CREATE',
      TemplateBody: template('one'),
      ClientToken,
    });
  const idOf = ({ text }: { readonly text: string }) => /<Id>(.*?)</.exec(text)?.[1];
  const first = idOf(await ask('token'));
  expect(first).toContain('changeSet/c/');
  expect(idOf(await ask('token'))).toBe(first);
  expect((await ask('other')).text).toContain('AlreadyExistsException');
});
