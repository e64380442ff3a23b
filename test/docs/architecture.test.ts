import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import table from '../../lint/rooms.json';
import { root } from '../helpers/command';

const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

test('there is a sentence for every room of the import table', () => {
  const section = /^## Rooms$([\s\S]*?)^## /m.exec(text)?.[1] ?? '';
  const described = [...section.matchAll(/^- `([\w./-]+)`: /gm)].map(([, room = '']) => room);
  const rooms = Object.keys(table.rooms).filter((room) => existsSync(join(root, room)));
  expect(rooms.filter((room) => !described.includes(room))).toEqual([]);
  expect(described.filter((room) => !existsSync(join(root, room)))).toEqual([]);
});

test('every function of the walk is in the file that it names', () => {
  const steps = [...text.replaceAll(/\n\s*/g, ' ').matchAll(/`(\w+)` in `([\w/.-]+\.ts)`/g)];
  expect(steps.length).toBeGreaterThan(20);
  const lost = steps.filter(([, name = '', file = '']) => {
    const path = join(root, file);
    return !existsSync(path) || !new RegExp(`(function\\*?|class) ${name}\\b`).test(readFileSync(path, 'utf8'));
  });
  expect(lost.map(([step]) => step)).toEqual([]);
});

test('the vocabulary has twenty words', () => {
  const section = /^## Vocabulary$([\s\S]*?)^## /m.exec(text)?.[1] ?? '';
  expect([...section.matchAll(/^- \*\*/gm)]).toHaveLength(20);
});
