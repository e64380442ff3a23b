import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as entry from '../../testing';
import { root } from '../helpers/command';

const page = readFileSync(join(root, 'docs/testing.md'), 'utf8');

test('the page describes every matcher and no other', () => {
  const described = [...page.matchAll(/^- `(\w+)\(/gm)].map(([, name]) => name);
  expect(described.toSorted()).toEqual(Object.keys(entry.matchers).toSorted());
});

test('what its tests import is in the entry, and each test is at most ten lines', () => {
  const blocks = [...page.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code);
  expect(blocks).toHaveLength(2);
  for (const code of blocks) {
    const imported = /import \{ ([^}]+) \} from 'llmops-kit\/testing'/.exec(code)?.[1]?.split(', ') ?? [];
    expect(Object.keys(entry)).toEqual(expect.arrayContaining(imported));
    expect(
      code.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('import')).length,
    ).toBeLessThanOrEqual(10);
  }
});
