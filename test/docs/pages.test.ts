import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../helpers/command';
import { readmeWithPlan } from './readme-plan';

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

test('the plan in the README is the one that is printed; npm run docs:reference writes it', () => {
  const readme = read('README.md');
  expect(readmeWithPlan(readme)).toBe(readme);
  expect(readme).toContain('\nendpoint chat ');
});
