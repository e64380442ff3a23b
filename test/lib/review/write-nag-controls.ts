import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { nagControls, nagVersion } from './nag-controls';

/* Writes lib/review/nag-controls.ts: `node --require ./bin/typescript.js test/lib/review/write-nag-controls.ts`. */
const file = join(__dirname, '../../../lib/review/nag-controls.ts');

function rows(catalogue: 'nist' | 'hipaa' | 'pci'): string {
  return Object.entries(nagControls(catalogue))
    .map(([rule, controls]) => `    ${rule}: '${controls.join(' ')}',`)
    .join('\n');
}

async function main(): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  const text = `/*
 * Written by test/lib/review/write-nag-controls.ts from cdk-nag (Apache-2.0), which names the controls of each rule in its
 * packs NIST 800-53 R5, HIPAA Security and PCI DSS 3.2.1. Names and numbers only. A statement of a NIST control, such as AU-2b,
 * stands for the control.
 */

/** Version of cdk-nag from which the rows are, and the day. */
export const nagSource = { url: 'https://www.npmjs.com/package/cdk-nag/v/${nagVersion()}', asOf: '${day}' };

/** Controls of each rule of cdk-nag, separated by spaces, by catalogue. */
export const nagControls: Readonly<Record<'nist' | 'hipaa' | 'pci', Readonly<Record<string, string>>>> = {
  nist: {
${rows('nist')}
  },
  hipaa: {
${rows('hipaa')}
  },
  pci: {
${rows('pci')}
  },
};
`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

void main();
