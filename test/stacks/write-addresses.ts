import { writeFileSync } from 'node:fs';
import { addresses, addressFile } from './addresses';

/* `npm run addresses` writes the list that test/stacks/addresses.test.ts compares. */
void addresses().then((lines) => {
  writeFileSync(addressFile, `${lines.join('\n')}\n`);
});
