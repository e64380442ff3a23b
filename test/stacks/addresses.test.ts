import { readFileSync } from 'node:fs';
import { addresses, addressFile } from './addresses';

/*
 * A logical id or URN that changes replaces its resource in every account that has it. Write `npm run addresses` only
 * with a changeset that says what a redeploy replaces or leaves behind.
 */
test('every address of the reference platform is in the committed list, and the list has no other', async () => {
  const listed = readFileSync(addressFile, 'utf8').trimEnd().split('\n');
  const now = await addresses();
  expect({
    gone: listed.filter((line) => !now.includes(line)),
    new: now.filter((line) => !listed.includes(line)),
  }).toEqual({ gone: [], new: [] });
});
