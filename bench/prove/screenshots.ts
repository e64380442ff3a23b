import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResourceGraph, ResourceNode } from '../../lib/graph';
import type { Counterexample, Proof } from './proof';
import { Chromium, findChromium } from './screenshots/chromium';
import type { Measures, View } from './screenshots/page-view';
import { measurePage } from './screenshots/page-view';

const root = join(__dirname, '../..');
const out = join(root, 'out/screenshots');
/** A fixed day: the same pages each time. */
const day = { SOURCE_DATE_EPOCH: '1796040000' };
const views: readonly View[] = [1280, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((theme): View => ({ width, height: width === 390 ? 844 : 800, theme })),
);

/** The pages that people look at, in a headless Chromium, wide and narrow, light and dark. The pictures are in out/screenshots. */
export const screenshots: Proof = {
  claim:
    'At 1280 and 390 px, light and dark, folded and unfolded, no part of the review and plan pages is wider than the window, no text is cut or covered, and every text has a contrast of 4.5 (3 where large).',
  count: 3,
  smallCount: 1,
  run: async ({ count }) => {
    const program = findChromium();
    if (program === undefined)
      return { ran: 0, counts: { 'not run: no Chromium on PATH or in CHROME_PATH': 1 }, counterexamples: [] };
    mkdirSync(out, { recursive: true });
    const pages = [exampleReview, platformReview, plan].slice(0, count);
    const counts: Record<string, number> = {};
    const counterexamples: Counterexample[] = [];
    const browser = new Chromium(program);
    try {
      for (const write of pages) {
        const { name, file } = await write();
        for (const view of views) {
          const title = `${name}-${view.width}-${view.theme}`;
          const { closed, open } = await measurePage(browser, file, view, join(out, title));
          counts[`texts of ${title}`] = open.texts;
          counts[`height in px of ${title}`] = closed.height;
          counts[`hundredths of the lowest contrast of ${title}`] = Math.floor(open.least * 100);
          counterexamples.push(...problems(`${title} folded`, closed), ...problems(`${title} unfolded`, open));
        }
      }
    } finally {
      await browser.close();
    }
    return { ran: pages.length, counts, counterexamples };
  },
};

interface Page {
  readonly name: string;
  readonly file: string;
}

function problems(title: string, { wide, clipped, covered, weak, texts }: Measures): readonly Counterexample[] {
  return [
    ...(texts === 0 ? [{ case: title, problem: 'the page has no text' }] : []),
    ...[...new Set(wide)].map((problem) => ({ case: title, problem: `wider than the window: ${problem}` })),
    ...[...new Set(clipped)].map((problem) => ({ case: title, problem: `cut: ${problem}` })),
    ...[...new Set(covered)].map((problem) => ({ case: title, problem: `covered: ${problem}` })),
    ...[...new Set(weak)].map((problem) => ({ case: title, problem: `contrast ${problem}` })),
  ];
}

/** The review of docs/review-example.md. */
async function exampleReview(): Promise<Page> {
  const name = 'review-example';
  const args = ['review', 'dev', '--base', 'prod', '--env', 'prod', '--region', 'eu-central-1'];
  await llmops([...args, '--format', 'html', '--out', join(out, name)], join(root, 'examples/review'));
  return { name, file: join(out, name, 'review.html') };
}

/** Production of the reference platform beside a base that has fewer resources, other values and very long names. */
async function platformReview(): Promise<Page> {
  const name = 'review-platform';
  // Named as a user names it: the page shows no path of this machine.
  const base = 'out/screenshots/base.json';
  await llmops(['graph', '--env', 'prod', '--out', base]);
  // A parser's boundary: `llmops graph` has written it.
  writeFileSync(
    join(root, base),
    JSON.stringify(earlier(JSON.parse(readFileSync(join(root, base), 'utf8')) as ResourceGraph)),
  );
  await llmops(['review', '--base', base, '--env', 'prod', '--format', 'html', '--out', join(out, name)]);
  return { name, file: join(out, name, 'review.html') };
}

/** A graph as if it were older: every seventh resource is not there yet, every fifth has another value and a long one. */
function earlier(graph: ResourceGraph): ResourceGraph {
  const long = 'x'.repeat(300);
  return [
    ...graph.flatMap((node, i): readonly ResourceNode[] => {
      if (i % 7 === 0) return [];
      return [i % 5 === 0 ? { ...node, properties: { ...node.properties, Description: long } } : node];
    }),
    ...graph.slice(0, 3).map((node) => ({ ...node, address: `${node.stack}/${long}` })),
  ];
}

/** The plan of every environment of the reference platform. */
async function plan(): Promise<Page> {
  const file = join(out, 'plan.html');
  await llmops(['plan', '--html', file]);
  return { name: 'plan', file };
}

/** Runs a command: a review ends with another code than 0 when it has something to say. */
function llmops(args: readonly string[], cwd = root): Promise<void> {
  return new Promise((done, fail) => {
    const env = { ...process.env, ...day };
    execFile(
      process.execPath,
      [join(root, 'bin/llmops.js'), ...args],
      { cwd, env, maxBuffer: 2 ** 27 },
      (error, _, text) => {
        if (error === null || error.code === 1 || error.code === 4) done();
        else fail(new Error(text));
      },
    );
  });
}
