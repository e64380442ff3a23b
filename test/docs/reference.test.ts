import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagesByOrigin } from '../../lib/messages';
import { root } from '../helpers/command';
import { messagePage } from './message-page';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('the page of messages is what npm run docs:reference writes', () => {
  expect(read('docs/reference/messages.md')).toBe(messagePage());
});

test('every declared code is raised, and every raised code is declared', () => {
  const sources = ['lib', 'bin', 'constructs', 'stacks', 'testing'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith('.ts') && !file.startsWith(join('lib', 'messages'))),
  );
  const raised = new Set(
    sources
      .map(read)
      .flatMap((text) => [
        ...text.matchAll(/(?:\bcode: |\bCodedError\(\s*|\b(?:unknown\w*|refuse\w*)\(\s*)'([A-Z]\w+)'/g),
      ])
      .map(([, code = '']) => code),
  );
  const declared = Object.values(messagesByOrigin).flatMap((messages) => Object.keys(messages));
  expect(declared.filter((code) => !raised.has(code))).toEqual([]);
  expect([...raised].filter((code) => !declared.includes(code))).toEqual([]);
});
