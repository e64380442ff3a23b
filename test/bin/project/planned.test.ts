import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planConfig } from '../../../bin/project/planned';
import { platformWith } from '../../helpers/spec-mistakes';

const folder = mkdtempSync(join(tmpdir(), 'llmops-planned-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;

/** Codes and paths of what planning a config with these values reports. */
async function reportedFor(
  ...changes: readonly (readonly [path: string, value: unknown])[]
): Promise<readonly string[]> {
  const file = join(folder, `config-${files++}.js`);
  writeFileSync(file, `exports.default = ${JSON.stringify(platformWith(...changes))};`);
  return (await planConfig(file, folder)).issues.map(({ code, path }) => `${code} ${path}`);
}

test('tells mistakes of shape, of rules and of facts in one run', async () => {
  const found = await reportedFor(
    ['owner/team', 7],
    ['environments/prod/aws/account', '2222'],
    ['environments/dev/aws/region', 'eu-centrl-1'],
    ['models/chat/id', 'Qwen/Qwen3-33B'],
  );
  expect(found).toEqual(
    expect.arrayContaining([
      'WrongType owner.team',
      'InvalidAccount environments.prod.aws.account',
      'UnknownRegion environments.dev.aws.region',
      'UnknownArchitecture models.chat.id',
    ]),
  );
});

test('does not blame what refers to an entry that is not well formed', async () => {
  const found = await reportedFor(['models/chat', { kind: 'open-weights' }]);
  expect(found.filter((issue) => issue.startsWith('MissingField'))).not.toHaveLength(0);
  expect(found.filter((issue) => !issue.includes('models.chat'))).toEqual([]);
});

test('tells what is wrong with a place once', async () => {
  const found = await reportedFor(['environments/dev/aws/region', 7], ['environments/prod/aws/account', '2222']);
  expect(found.filter((issue) => issue.endsWith('environments.dev.aws.region'))).toEqual([
    'WrongType environments.dev.aws.region',
  ]);
});
