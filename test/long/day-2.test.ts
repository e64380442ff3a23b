import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { llmops, root } from '../helpers/command';
import { client } from '../lib/local/aws/wire';

/*
 * The commands of docs/day-2.md and docs/uninstall.md, as they are written and in their order, in a project of a user: the
 * smallest platform, on the local cloud that `llmops local up` would run. Blocks for accounts are not run.
 */
mkdirSync(join(root, 'out'), { recursive: true });
// Below the project, where node finds the packages.
const project = mkdtempSync(join(root, 'out', 'day-2-'));
const config = join(project, 'llmops.config.ts');
let cloud: LocalAws;

beforeAll(async () => {
  const example = readFileSync(join(root, 'examples/tiny/llmops.config.ts'), 'utf8');
  writeFileSync(config, example.replace(/from '[./]+lib/g, `from '${root}/lib`));
  mkdirSync(join(project, 'weights'));
  writeFileSync(join(project, 'weights', 'config.json'), '{"architectures":[]}');
  cloud = await startLocalAws({ state: join(project, '.llmops', 'local'), onAsked: () => undefined });
});
afterAll(async () => {
  await cloud.close();
  rmSync(project, { recursive: true, force: true });
});

/** A step of a page: a change of the config, or commands. */
interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  return [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, language = '', body = '']) => ({
    language,
    lines: body.trimEnd().split('\n'),
  }));
}

/** Takes lines out of the config and puts others in their place. */
function change(lines: readonly string[]): void {
  const of = (sign: string): string =>
    lines.flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : [])).join('\n');
  const text = readFileSync(config, 'utf8');
  expect(text).toContain(of('-'));
  writeFileSync(config, text.replace(of('-'), of('+')));
}

async function run(line: string): Promise<void> {
  const [command = '', comment = ''] = line.split(/\s+#\s*/);
  const [npx, program, ...args] = command.trim().split(' ');
  expect([npx, program]).toEqual(['npx', 'llmops']);
  const wanted = Number(/^exit (\d+)/.exec(comment)?.[1] ?? 0);
  if (args.join(' ') === 'local reset') await cloud.close();
  const { code, stdout, stderr } = await llmops(args, { cwd: project });
  expect(code === wanted ? { line } : { line, code, stdout, stderr }).toEqual({ line });
}

async function walk(page: string): Promise<number> {
  let commands = 0;
  for (const { language, lines } of blocksOf(page)) {
    if (language === 'diff') change(lines);
    if (language !== 'sh') continue;
    commands += lines.length;
    for (const line of lines) await run(line);
  }
  return commands;
}

test('every command of day 2 does what the page says', async () => {
  expect(await walk('day-2.md')).toBeGreaterThan(10);
  const stacks = cloud.stacks().filter(({ stack }) => stack.startsWith('assistant-dev-'));
  for (const { stack, status } of stacks) expect(`${stack} ${status}`).toMatch(/ (?:CREATE|UPDATE)_COMPLETE$/);
  const monitoring = cloud.deployedTemplate({
    account: '111111111111',
    region: 'eu-central-1',
    stack: 'assistant-dev-observability',
  });
  expect(JSON.stringify(monitoring)).toContain('ai-on-call@example.com');
});

test('every command of the uninstall page does what it says, and the stacks of the bootstrap go in its order', async () => {
  const inAccount = blocksOf('uninstall.md').filter(({ language }) => language === 'sh account');
  const deletions = inAccount.flatMap(({ lines }) =>
    lines.flatMap((line) => /^aws cloudformation delete-stack --stack-name (\S+)$/.exec(line)?.[1] ?? []),
  );
  expect(deletions).toEqual(['CDKToolkit', 'CDKToolkit-rights']);
  const blocks = blocksOf('uninstall.md').filter(({ language }) => language === 'sh');
  const last = blocks.at(-1);
  for (const { lines } of blocks.slice(0, -1)) for (const line of lines) await run(line);
  const { query } = client(cloud, '111111111111', 'eu-central-1');
  for (const StackName of deletions)
    expect((await query('cloudformation', 'DeleteStack', { StackName })).status).toBe(200);
  expect(cloud.stacks()).toEqual([]);
  for (const line of last?.lines ?? []) await run(line);
});
