import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messagePage } from './message-page';

/* `npm run docs:reference` writes the generated pages; test/docs/reference.test.ts compares them. */
writeFileSync(join(__dirname, '../../docs/reference/messages.md'), messagePage());
