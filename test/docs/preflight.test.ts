import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../helpers/command';
import { preflightPage } from './preflight-tables';

test('the page of preflight has every check and permission, as npm run docs:reference writes them', () => {
  const page = readFileSync(join(root, 'docs/preflight.md'), 'utf8');
  expect(page).toBe(preflightPage(page));
});
