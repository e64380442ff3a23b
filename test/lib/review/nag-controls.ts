import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A pack of cdk-nag: the file of its source, and how a control of its catalogue is named here. */
interface NagPack {
  readonly file: string;
  readonly control: (text: string) => string;
}

const packs: Readonly<Record<'nist' | 'hipaa' | 'pci', NagPack>> = {
  // A statement of a control, such as AU-2b, stands for the control.
  nist: { file: 'nist-800-53-r5', control: (text) => /^[A-Z]{2}-\d+(?:\(\d+\))?/.exec(text)?.[0] ?? text },
  hipaa: { file: 'hipaa-security', control: (text) => text },
  pci: { file: 'pci-dss-321', control: (text) => text },
};

const folder = dirname(require.resolve('cdk-nag/package.json'));

/** Version of cdk-nag as it is installed. */
export function nagVersion(): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** The controls that cdk-nag names for each of its rules, by the rule's name: facts of its packs, read from their source. */
export function nagControls(catalogue: keyof typeof packs): Readonly<Record<string, readonly string[]>> {
  const { file, control } = packs[catalogue];
  const source = readFileSync(join(folder, 'lib/packs', `${file}.js`), 'utf8');
  const rules = new Map<string, Set<string>>();
  for (const block of source.split('this.applyRule({').slice(1)) {
    const [, named = ''] = /\(Control IDs?: (.*)\)\.?['"],?$/m.exec(block) ?? [];
    const [, name = ''] = /rule: \w+\.(\w+),/.exec(block) ?? [];
    if (named === '' || name === '') throw new Error(`a rule of ${file} has another shape: ${block.slice(0, 200)}`);
    const known = rules.get(name) ?? new Set();
    for (const text of named.split(/,\s*/)) known.add(control(closed(text)));
    rules.set(name, known);
  }
  return Object.fromEntries(
    [...rules].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, controls]) => [name, [...controls].toSorted()]),
  );
}

/** One text of cdk-nag 3.0.2 lacks the last parenthesis of a section of HIPAA. */
function closed(text: string): string {
  return text.split('(').length > text.split(')').length ? `${text})` : text;
}
