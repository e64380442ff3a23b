import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { planText } from '../../bin/plan/text';
import { catalog } from '../../lib/catalog';
import { datePlan, plan, walkDecisions } from '../../lib/plan';
import { resolve } from '../../lib/platform';
import { planNote } from '../../lib/review/plan-report';
import reference from '../../llmops.config';
import { root } from '../helpers/command';
import { terminal } from '../helpers/terminal';

const widest = 100;

function markdown(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'out', 'cdk.out', '.git'].includes(entry.name) ? [] : markdown(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the README is at most 150 lines of at most 100 columns', () => {
  const lines = read('README.md').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(150);
  expect(lines.filter((line) => line.length > widest)).toEqual([]);
});

test('the other pages fit a terminal of 100 columns, code aside', () => {
  const pages = markdown('.').filter(
    (file) => !/^(docs\/(adr|api|reference)\/|bench\/|\.changeset\/|CHANGELOG)/.test(file),
  );
  expect(pages).toContain('CONTRIBUTING.md');
  const wide = pages.flatMap((file) =>
    read(file)
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .split('\n')
      .flatMap((line) => (line.length > widest ? [`${file}: ${line}`] : [])),
  );
  expect(wide).toEqual([]);
});

test('every relative link of every page leads somewhere', () => {
  const dead = markdown('.').flatMap((file) =>
    [...read(file).matchAll(/\]\(((?!https?:|#)[^)#]+)(#[^)]*)?\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !existsSync(join(root, dirname(file), link)))
      .map((link) => `${file}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('the index of the documentation names every page', () => {
  const index = read('docs/README.md');
  const pages = markdown('docs')
    .map((file) => relative('docs', file))
    .filter((file) => file !== 'README.md' && !/^(adr|api)\//.test(file));
  expect(pages.filter((page) => !index.includes(`(${page})`))).toEqual([]);
});

test('the plan in the README is the one that is printed', () => {
  const resolved = resolve(reference);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues));
  const planned = plan(resolved.value, 'dev', catalog);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const dated = datePlan(planned.value, '2026-11-30');
  const printed = planText(planNote(dated), [...walkDecisions(dated)].length, terminal(widest)).split('\n');
  const shown = /^```\n(support-assistant[\s\S]*?)^```$/m.exec(read('README.md'))?.[1]?.trimEnd().split('\n') ?? [];
  const lines = shown.filter((line) => line !== '⋮');
  expect(lines.length).toBeGreaterThan(20);
  // In this order, with lines left out at `⋮` only.
  expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  expect(shown.flatMap((line, i) => jump(printed, line, shown[i + 1]))).toEqual([]);
});

/** Two neighbours in the README that are no neighbours in the plan. */
function jump(printed: readonly string[], line: string, next: string | undefined): readonly string[] {
  if (line === '⋮' || next === '⋮' || next === undefined) return [];
  return printed[printed.indexOf(line) + 1] === next || printed[printed.lastIndexOf(line) + 1] === next ? [] : [line];
}
