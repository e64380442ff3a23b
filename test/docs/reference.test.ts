import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../lib/review';
import { root } from '../helpers/command';

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

function documented(file: string): string[] {
  const text = readFileSync(join(root, 'docs/reference', file), 'utf8');
  return [...text.matchAll(/^\| `([\w-]+)`\s+\|/gm)].map(([, name = '']) => name).toSorted();
}

test('the issue codes documented are those the sources can report', () => {
  const codes = ['lib/platform', 'lib/plan', 'lib/graph', 'bin', 'stacks']
    .flatMap(sources)
    .flatMap((text) => [...text.matchAll(/(?:\bcode: |\b(?:unknown\w*|refuse|issue)\(\s*)'([A-Z][A-Za-z]+)'/g)]);
  expect(documented('issue-codes.md')).toEqual([...new Set(codes.map(([, code = '']) => code))].toSorted());
});

test('the rules documented are those that run, in their own words', () => {
  expect(documented('rules.md')).toEqual(rules.map(({ id }) => id).toSorted());
  const text = readFileSync(join(root, 'docs/reference/rules.md'), 'utf8');
  for (const { holds } of rules) expect(text).toContain(holds);
});
