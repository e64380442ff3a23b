import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AcceptSpec } from '../../lib/platform';
import type { Finding } from '../../lib/review';
import type { Waiver } from '../../lib/review/waivers';
import { llmops, root } from '../helpers/command';

/** What a check prints with `--json`. */
interface Checked {
  readonly findings: readonly Finding[];
  readonly accepted: readonly { readonly finding: Finding; readonly accept: AcceptSpec }[];
  readonly packs: Readonly<Record<string, string>>;
  readonly waivers?: readonly Waiver[];
}

const folder = mkdtempSync(join(tmpdir(), 'llmops-checks-'));
const reason = 'development is deleted and built again each week';

/** The tiny platform with a pack for its environment, and what it accepts. */
function config(name: string, pack: string, accept: readonly AcceptSpec[] = []): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    `import tiny from ${JSON.stringify(join(root, 'examples/tiny/llmops.config'))};
const dev = { ...tiny.environments.dev, checks: { pack: '${pack}' } };
export default { ...tiny, environments: { dev }, accept: ${JSON.stringify(accept)} };
`,
  );
  return file;
}

test('the pack of an environment is asked; waivers accept until their last day and are listed', async () => {
  const open = await llmops(['check', '--json', '--config', config('open.ts', 'production')]);
  expect(open.code).toBe(1);
  const before = JSON.parse(open.stdout) as Checked;
  expect(before.packs).toEqual({ dev: 'production' });
  const accept = before.findings.map(({ rule, address }) => ({
    id: rule,
    address,
    reason,
    owner: 'ai-platform',
    until: '2027-01-31',
  }));
  expect(accept.length).toBeGreaterThan(3);
  const [first] = accept;
  if (first === undefined) throw new Error('the check found nothing');
  const unused = { ...first, id: 'OpenTrust' };
  const file = config('accepted.ts', 'production', [...accept, unused]);

  const passed = await llmops(['check', '--json', '--on', '2027-01-31', '--config', file]);
  expect(passed.code).toBe(0);
  const after = JSON.parse(passed.stdout) as Checked;
  expect(after.findings).toEqual([]);
  expect(after.accepted.map(({ finding }) => finding)).toEqual(before.findings);

  const listed = await llmops(['check', '--waivers', '--on', '2027-01-30', '--config', file]);
  expect(listed.code).toBe(0);
  expect(listed.stdout.split('\n')[0]).toMatch(
    /^unused +OpenTrust on \S+: until 2027-01-31 \(1 day left\), owner ai-platform: development is/,
  );
  expect(listed.stdout.match(/^used /gm)).toHaveLength(accept.length);

  const over = await llmops(['check', '--waivers', '--json', '--on', '2027-02-01', '--config', file]);
  expect(over.code).toBe(1);
  const late = JSON.parse(over.stdout) as Checked;
  expect(new Set(late.waivers?.map(({ state }) => state))).toEqual(new Set(['expired']));
  expect(late.findings).toEqual(expect.arrayContaining([...before.findings]));
  expect(late.findings.filter(({ rule }) => rule === 'AcceptanceExpired')).toHaveLength(accept.length + 1);
});

test('the controls of a catalogue are listed with what their rules found, whatever the pack', async () => {
  const file = config('controls.ts', 'baseline');
  const run = await llmops(['check', '--controls', 'nist', '--config', file]);
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(
    /^NIST SP 800-53 revision 5: \d+ controls have rules of the kit, \d+ more have rules of cdk-nag/,
  );
  expect(run.stdout).toMatch(/^CP-9 +findings +\d+ rules, \d+ of cdk-nag, DataNotRetained \(\d+\)/m);
});

test('a diff asks the pack of the environment, and another pack is no new finding', async () => {
  const files = { base: config('base.ts', 'baseline'), next: config('next.ts', 'regulated') };
  const graph = join(folder, 'base.json');
  await llmops(['graph', '--config', files.base, '--out', graph]);
  const run = await llmops(['diff', '--json', '--base', graph, '--config', files.next]);
  const { findings } = JSON.parse(run.stdout) as {
    readonly findings: { readonly added: readonly Finding[]; readonly unchanged: number };
  };
  expect(findings.added).toEqual([]);
  expect(findings.unchanged).toBeGreaterThan(5);
});

test.each([
  [['check', '--on', '2027-02-30'], '--on'],
  [['check', '--controls', 'iso'], 'nist'],
  [['check', '--waivers', 'template.json'], 'leave out the files'],
])('%j is refused', async (args, text) => {
  const run = await llmops(args);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(text);
});
