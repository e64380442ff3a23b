import type { RuleFacts, Safeguard } from './rule';

/** Controls of catalogues that a rule helps to meet. No rule meets a control alone. */
export interface Controls {
  /** NIST SP 800-53, revision 5. */
  readonly nist: readonly string[];
  /** HIPAA Security Rule, sections of 45 CFR. */
  readonly hipaa: readonly string[];
  /** PCI DSS 4.0.1, requirements. */
  readonly pci: readonly string[];
  /** AWS Security Hub, control ids. */
  readonly securityHub: readonly string[];
}

/**
 * The mapping of this kit, by what a rule protects. The texts of the controls: csrc.nist.gov/pubs/sp/800/53/r5/upd1/final,
 * ecfr.gov/current/title-45/part-164/subpart-C and docs-prv.pcisecuritystandards.org (PCI DSS 4.0.1), 2026-11-30.
 */
const bySafeguard: Readonly<Record<Safeguard, Pick<Controls, 'nist' | 'hipaa' | 'pci'>>> = {
  authentication: { nist: ['AC-3', 'IA-2', 'IA-9'], hipaa: ['164.312(d)'], pci: ['8.3.1'] },
  availability: { nist: ['CP-2(5)', 'SC-36', 'SI-13'], hipaa: ['164.308(a)(7)(ii)(C)'], pci: [] },
  boundary: { nist: ['AC-4', 'SC-7', 'SC-7(5)'], hipaa: ['164.312(e)(1)'], pci: ['1.3.1', '1.3.2', '1.4.2'] },
  'change-control': { nist: ['CM-3', 'CM-4'], hipaa: ['164.308(a)(8)'], pci: ['6.5.1'] },
  consumption: { nist: ['SC-5', 'SC-6'], hipaa: [], pci: [] },
  correctness: { nist: [], hipaa: [], pci: [] },
  'encryption-at-rest': { nist: ['SC-12', 'SC-13', 'SC-28(1)'], hipaa: ['164.312(a)(2)(iv)'], pci: ['3.5.1'] },
  'encryption-in-transit': { nist: ['SC-8(1)', 'SC-13'], hipaa: ['164.312(e)(2)(ii)'], pci: ['4.2.1'] },
  integrity: { nist: ['SI-7'], hipaa: ['164.312(c)(1)'], pci: [] },
  'least-privilege': {
    nist: ['AC-3', 'AC-6'],
    hipaa: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
    pci: ['7.2.1', '7.2.2'],
  },
  logging: { nist: ['AU-2', 'AU-3', 'AU-12'], hipaa: ['164.312(b)'], pci: ['10.2.1'] },
  'model-safety': { nist: ['SI-10', 'SI-15'], hipaa: [], pci: ['6.2.4'] },
  'personal-data': { nist: ['PT-3', 'SI-15'], hipaa: ['164.502(b)'], pci: ['3.4.1'] },
  recovery: { nist: ['CP-9', 'CP-10'], hipaa: ['164.308(a)(7)(ii)(A)'], pci: [] },
  retention: { nist: ['AU-11', 'SI-12'], hipaa: ['164.316(b)(2)(i)'], pci: ['3.2.1', '10.5.1'] },
  secrets: { nist: ['IA-5(7)'], hipaa: ['164.308(a)(5)(ii)(D)'], pci: ['8.6.2'] },
  'supply-chain': { nist: ['CM-14', 'SI-7', 'SR-4'], hipaa: ['164.312(c)(1)'], pci: ['6.3.2'] },
  vulnerability: { nist: ['RA-5', 'SI-2'], hipaa: ['164.308(a)(1)(ii)(A)'], pci: ['6.3.1', '11.3.1'] },
};

/** The controls that a rule helps to meet. */
export function controlsOf({ safeguard, securityHub = [] }: Pick<RuleFacts, 'safeguard' | 'securityHub'>): Controls {
  return { ...bySafeguard[safeguard], securityHub };
}
