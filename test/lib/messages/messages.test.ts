import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, messagesByOrigin } from '../../../lib/messages';
import { root } from '../../helpers/command';

const declared = Object.values(messagesByOrigin).flatMap((messages) => Object.keys(messages));

test('a code is declared once', () => {
  expect(declared.filter((code, index) => declared.indexOf(code) !== index)).toEqual([]);
});

test('every file of declarations is part of the registry', () => {
  const folder = join(root, 'lib/messages');
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => text.includes('satisfies Declarations'))
    .flatMap((text) => [...text.matchAll(/^ {2}(\w+): \{$/gm)].map(([, code]) => code));
  expect(written.toSorted()).toEqual(declared.toSorted());
});

test('codes are PascalCase and their texts are sentences', () => {
  for (const messages of Object.values(messagesByOrigin)) {
    for (const [code, { title, meaning, fix }] of Object.entries(messages)) {
      expect(code).toMatch(/^([A-Z][a-z0-9]+)+$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect([code, meaning]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/)]);
      expect([code, fix]).toEqual([code, expect.stringMatching(/^[A-Z].*\.$/)]);
    }
  }
});

test('a message is an error of the user unless its declaration says otherwise', () => {
  expect(messageOf('InvalidCidr')).toMatchObject({ severity: 'error', fault: 'user' });
  expect(messageOf('NotPlaced')).toMatchObject({ severity: 'warning', fault: 'user' });
  expect(messageOf('PortTaken')).toMatchObject({ severity: 'error', fault: 'environment' });
});
