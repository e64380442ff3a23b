import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium, findChromium } from '../../bench/prove/screenshots/chromium';
import { measurePage } from '../../bench/prove/screenshots/page-view';
import { llmops, root } from '../helpers/command';

const examples = join(root, 'examples/review');
const page = readFileSync(join(root, 'docs/review-example.md'), 'utf8');
/** The command of the page. */
const command = /^npx llmops (review .*)$/m.exec(page)?.[1]?.split(' ') ?? [];

/** What a reviewer has to see first, in every format. */
const seen = [
  /deletes its data/,
  /content filter PROMPT(?:_|&#95;)ATTACK of input is weaker/,
  /application\/AnswerRole gets more rights/,
  /\+(?:~|&#126;)?\$42,790 a month/,
];

test.each(['text', 'md'])('what matters is in the first 40 lines of %s', async (format) => {
  const run = await llmops([...command, '--format', format], { cwd: examples });
  expect(run.code).toBe(4);
  const first = run.stdout.split('\n').slice(0, 40).join('\n');
  for (const pattern of seen) expect(first).toMatch(pattern);
});

test('the page of the documentation shows what the command prints', async () => {
  const run = await llmops(command, { cwd: examples });
  const [, block] = /```text\n([^]*?)```/.exec(page) ?? [];
  expect(run.stdout).toBe(block);
});

const program = findChromium();
const withChromium = program === undefined ? test.skip : test;

withChromium('what matters is on the first screen of the page, in Chromium', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'review-example-'));
  await llmops([...command, '--format', 'html', '--out', folder], { cwd: examples });
  const browser = new Chromium(program ?? '');
  try {
    const view = { width: 1280, height: 800, theme: 'light' } as const;
    const { closed } = await measurePage(browser, join(folder, 'review.html'), view, join(folder, 'review'));
    for (const pattern of seen) expect(closed.first).toMatch(pattern);
    expect(closed.first).not.toContain('Approvals bind to');
  } finally {
    await browser.close();
  }
});
