import type { MessageCode } from '../messages';
import { controlsOf } from './controls';
import { nagControls } from './nag-controls';
import type { Rule } from './rule';

/** Names of the catalogues. */
export const controlCatalogues = ['nist', 'hipaa', 'pci'] as const;

/** A catalogue of controls. */
export type ControlCatalogue = (typeof controlCatalogues)[number];

/** A catalogue with its edition. */
interface CatalogueEdition {
  /** Title and edition that the rules of the kit are mapped to. */
  readonly title: string;
  /** Edition of cdk-nag, where it is another one: its numbers name other requirements. @default - the same */
  readonly nagEdition?: string;
}

/** Title and edition of each catalogue. */
export const catalogueEditions: Readonly<Record<ControlCatalogue, CatalogueEdition>> = {
  nist: { title: 'NIST SP 800-53 revision 5' },
  hipaa: { title: 'HIPAA Security Rule, 45 CFR part 164' },
  pci: { title: 'PCI DSS 4.0.1', nagEdition: '3.2.1' },
};

/** A control with the rules that help to meet it. */
export interface ControlRow {
  /** Such as `SC-28(1)`, `164.312(b)` or `4.2.1`; `3.4 of 3.2.1` where only cdk-nag names it, in another edition. */
  readonly control: string;
  /** Rules of the kit. */
  readonly rules: readonly MessageCode[];
  /** Rules of cdk-nag that name it. The kit does not run them. */
  readonly nagRules: readonly string[];
}

/** Whether a rule helps to meet a control of a catalogue. */
export function isOfCatalogue(rule: Rule, catalogue: ControlCatalogue): boolean {
  return controlsOf(rule)[catalogue].length > 0;
}

/**
 * The controls that rules of the kit or of cdk-nag help to meet, in the order of the catalogue. A control that is not listed has no
 * rule, which does not mean that it is met.
 */
export function controlRows(catalogue: ControlCatalogue, rules: readonly Rule[]): readonly ControlRow[] {
  const rows = new Map<string, { readonly rules: MessageCode[]; readonly nagRules: string[] }>();
  const rowOf = (control: string): { readonly rules: MessageCode[]; readonly nagRules: string[] } => {
    const row = rows.get(control) ?? { rules: [], nagRules: [] };
    rows.set(control, row);
    return row;
  };
  for (const rule of rules) for (const control of controlsOf(rule)[catalogue]) rowOf(control).rules.push(rule.code);
  const { nagEdition } = catalogueEditions[catalogue];
  for (const [rule, controls] of Object.entries(nagControls[catalogue]))
    for (const control of controls.split(' '))
      rowOf(nagEdition === undefined ? control : `${control} of ${nagEdition}`).nagRules.push(rule);
  return [...rows]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([control, row]) => ({ control, rules: row.rules.toSorted(), nagRules: row.nagRules.toSorted() }));
}
