import type { LackingAsset } from '../../../lib/deploy';
import { deploy, emptyJournal } from '../../../lib/deploy';
import { CodedError } from '../../../lib/messages';
import { FakeClouds, kinds, owner, refused, units } from './fake-ports';

const all = units();
const working = all.filter(({ kind }) => kind !== 'assets').map(({ id }) => id);
const run = (clouds: FakeClouds, plan = 'plan-1') =>
  deploy({ units: all, journal: clouds.journal, plan }, clouds.ports());

test('everything runs once, in order; the second run repeats nothing but the templates', async () => {
  const clouds = new FakeClouds();
  const first = await run(clouds);
  expect(first.every(({ outcome }) => outcome.kind === 'done' || outcome.kind === 'unchanged')).toBe(true);
  for (const cloud of ['aws', 'azure'])
    expect(clouds.ran.filter((id) => id.startsWith(cloud))).toEqual(working.filter((id) => id.startsWith(cloud)));
  clouds.restart();
  const second = await run(clouds);
  expect(clouds.ran).toEqual(['aws/templates']);
  expect(second.filter(({ outcome }) => outcome.kind !== 'unchanged').map(({ unit }) => unit.id)).toEqual([
    'aws/templates',
  ]);
});

test.each(working)('a failure of %s stops its cloud only, and the next run goes on there', async (id) => {
  const clouds = new FakeClouds();
  clouds.faults.set(id, [refused]);
  const failed = await run(clouds);
  const own = failed.filter(({ unit }) => unit.cloud === id.split('/')[0]);
  const other = failed.filter(({ unit }) => unit.cloud !== id.split('/')[0]);
  expect(own.filter(({ outcome }) => outcome.kind === 'failed').map(({ unit }) => unit.id)).toEqual([id]);
  const place = own.findIndex(({ unit }) => unit.id === id);
  expect(own.slice(place + 1).every(({ outcome }) => outcome.kind === 'waiting')).toBe(true);
  expect(other.every(({ outcome }) => outcome.kind === 'done' || outcome.kind === 'unchanged')).toBe(true);
  const before = new Set(clouds.ran.filter((done) => done !== id && done !== 'aws/templates'));
  clouds.restart();
  const continued = await run(clouds);
  expect(continued.every(({ outcome }) => outcome.kind === 'done' || outcome.kind === 'unchanged')).toBe(true);
  expect(clouds.ran).toContain(id);
  expect(clouds.ran.filter((again) => before.has(again))).toEqual([]);
});

test('a failure has its cause', async () => {
  const clouds = new FakeClouds();
  clouds.faults.set('aws/deployment', [refused]);
  const failed = (await run(clouds)).find(({ outcome }) => outcome.kind === 'failed');
  expect(failed?.outcome).toMatchObject({ cause: { code: 'NoCapacity' } });
});

test('a cloud that cannot be asked is a failure of that cloud, with the fix where the kit knows it', async () => {
  const clouds = new FakeClouds();
  const ports = clouds.ports();
  const outcomes = await deploy(
    { units: all, journal: clouds.journal, plan: 'plan-1' },
    {
      ...ports,
      state: (unit) =>
        unit.id === 'azure/initialization'
          ? Promise.reject(
              new CodedError('CliMissing', { place: 'pulumi', message: 'it is not there', fix: 'install it' }),
            )
          : unit.id === 'aws/knowledge'
            ? Promise.reject(new Error('CredentialsProviderError'))
            : ports.state(unit),
    },
  );
  const byId = Object.fromEntries(outcomes.map(({ unit, outcome }) => [unit.id, outcome]));
  expect(byId['azure/initialization']).toMatchObject({
    kind: 'failed',
    cause: { code: 'CliMissing', fix: 'install it' },
  });
  expect(byId['aws/knowledge']).toMatchObject({ kind: 'failed', cause: { code: 'CredentialsMissing' } });
  expect(byId['aws/integration']).toMatchObject({ kind: 'done' });
});

test('a missing asset stops the units that need it; the others go on, and the next run continues', async () => {
  const clouds = new FakeClouds();
  const weights: LackingAsset = {
    id: 'w',
    kind: 'weights',
    destination: 's3://b/w/',
    why: 'not there',
    broughtBy: 'you',
    repair: 'bring it',
  };
  clouds.lacking.set('aws/deployment-assets', [weights]);
  const first = kinds(await run(clouds));
  expect(first).toContain('aws/deployment-assets: blocked');
  expect(first).toContain('aws/deployment: waiting');
  expect(first).toContain('aws/observability: waiting');
  for (const id of ['aws/knowledge', 'aws/tuning', 'azure/deployment']) expect(first).toContain(`${id}: done`);
  clouds.lacking.clear();
  clouds.restart();
  await run(clouds);
  expect(clouds.ran).toEqual(['aws/templates', 'aws/deployment', 'aws/observability']);
});

test('an asset that nobody could be asked about is said to be, and never counts as there', async () => {
  const clouds = new FakeClouds();
  clouds.unverified = ['azure/image/chat: its store was not asked'];
  const outcomes = kinds(await run(clouds));
  expect(outcomes).toContain('azure/deployment-assets: unverified');
  expect(outcomes).toContain('azure/deployment: done');
});

test.each(working)('an interrupt in %s leaves nothing done that is not, and the next run goes on', async (id) => {
  const clouds = new FakeClouds();
  clouds.interruptAfter = id;
  const first = await run(clouds);
  expect(first.some(({ outcome }) => outcome.kind === 'interrupted')).toBe(true);
  expect(clouds.journal.units[id]).toBeUndefined();
  clouds.restart();
  const continued = await run(clouds);
  expect(continued.every(({ outcome }) => outcome.kind === 'done' || outcome.kind === 'unchanged')).toBe(true);
});

test('what the journal says does not count where the cloud says otherwise', async () => {
  const clouds = new FakeClouds();
  await run(clouds);
  clouds.states.delete('azure/evaluation');
  clouds.states.set('aws/knowledge', { kind: 'differs', why: 'template' });
  clouds.restart();
  await run(clouds);
  expect(clouds.ran).toEqual(['aws/templates', 'azure/evaluation', 'aws/knowledge', 'aws/observability'].sort(byCloud));
});

test('another plan runs every stage again, and no stack whose template is the same', async () => {
  const clouds = new FakeClouds();
  await run(clouds);
  clouds.restart();
  await run(clouds, 'plan-2');
  expect(clouds.ran.filter((id) => id.startsWith('aws'))).toEqual(['aws/templates']);
  expect(clouds.ran.filter((id) => id.startsWith('azure'))).toEqual(working.filter((id) => id.startsWith('azure')));
});

test('a lost journal is no loss on AWS', async () => {
  const clouds = new FakeClouds();
  await run(clouds);
  clouds.restart();
  clouds.journal = emptyJournal(owner);
  await run(clouds);
  expect(clouds.ran.filter((id) => id.startsWith('aws'))).toEqual(['aws/templates']);
});

test('a unit on which another operation works is waited for', async () => {
  const clouds = new FakeClouds();
  await run(clouds);
  clouds.restart();
  clouds.states.set('aws/knowledge', { kind: 'busy', why: 'UPDATE_IN_PROGRESS' });
  const ports = {
    ...clouds.ports(),
    pause: () => {
      clouds.states.set('aws/knowledge', { kind: 'done', changedAt: '2026-11-30T00:00:00Z' });
      return Promise.resolve();
    },
  };
  await deploy({ units: all, journal: clouds.journal, plan: 'plan-1' }, ports);
  expect(clouds.events.filter(({ kind }) => kind === 'busy')).toHaveLength(1);
  expect(clouds.ran).not.toContain('aws/deployment');
});

test('what only a person can mend stops the cloud with the command', async () => {
  const clouds = new FakeClouds();
  clouds.states.set('aws/integration', { kind: 'stuck', why: 'UPDATE_ROLLBACK_FAILED', fix: 'aws …' });
  const first = kinds(await run(clouds));
  expect(first).toContain('aws/integration: stuck');
  expect(first).toContain('aws/knowledge: waiting');
  expect(first).toContain('azure/deployment: done');
});

function byCloud(left: string, right: string): number {
  return clouds(left) - clouds(right);
  function clouds(id: string): number {
    return ['aws/templates', 'azure/evaluation', 'aws/knowledge', 'aws/observability'].indexOf(id);
  }
}
