import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagePage } from './message-page';
import { preflightPage } from './preflight-tables';
import { readmeWithPlan } from './readme-plan';

/* `npm run docs:reference` writes what is generated in pages; tests of this folder compare it. */
const root = join(__dirname, '../..');
const readme = join(root, 'README.md');
writeFileSync(join(root, 'docs/reference/messages.md'), messagePage());
const preflight = join(root, 'docs/preflight.md');
writeFileSync(preflight, preflightPage(readFileSync(preflight, 'utf8')));
writeFileSync(readme, readmeWithPlan(readFileSync(readme, 'utf8')));
