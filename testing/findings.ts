import { validateTemplate } from '../lib/constraints/schema/validate';
import type { ResourceGraph } from '../lib/graph';
import type { Finding, Pack, RuleContext } from '../lib/review';
import { check, rulesOf } from '../lib/review';
import { breachesOf } from '../lib/review/breaches';

/** A finding that a test accepts, with the reason. */
export interface AcceptedFinding {
  /** Code of the rule. */
  readonly rule: string;
  /** Address of the resource, or its end, such as a logical id. @default - every resource */
  readonly address?: string;
  readonly reason: string;
}

/** What a test of findings accepts and knows. */
export interface FindingOptions {
  /** @default - nothing */
  readonly accept?: readonly AcceptedFinding[];
  /** AWS region of the graph, for what a region does not have. @default - not judged */
  readonly region?: string;
  /** @default 'baseline' */
  readonly pack?: Pack;
}

/**
 * The findings of the rules of a pack that the options do not accept, and what they accept in vain.
 * @returns one sentence each, in the order of the graph
 */
export function openFindings(
  graph: ResourceGraph,
  { accept = [], region, pack = 'baseline' }: FindingOptions = {},
): readonly string[] {
  const context: RuleContext = {
    schemaViolations: validateTemplate,
    breaches: breachesOf(() => region),
  };
  const { findings } = check(graph, rulesOf(pack), context);
  const open = findings.filter((finding) => !accept.some((one) => accepts(one, finding)));
  const unused = accept.filter((one) => !findings.some((finding) => accepts(one, finding)));
  return [
    ...open.map(
      ({ rule, address, path, message, fix }) =>
        `${address}${path === '' ? '' : ` ${path}`}: ${message} [${rule}]. ${fix}`,
    ),
    ...unused.map(({ rule, address = 'any resource' }) => `${rule} on ${address} is accepted, and nothing has it`),
  ];
}

function accepts({ rule, address }: AcceptedFinding, finding: Finding): boolean {
  return rule === finding.rule && (address === undefined || finding.address.endsWith(address));
}

/**
 * Fails a test when a rule finds something that it does not accept. An acceptance that nothing needs fails it too.
 * @throws Error with every finding, its rule and its fix
 * @example
 * expectNoFindings(await graphOf(stack), { accept: [{ rule: 'IamWildcard', address: 'Crawler', reason: 'reads any page' }] });
 */
export function expectNoFindings(graph: ResourceGraph, options: FindingOptions = {}): void {
  const open = openFindings(graph, options);
  if (open.length > 0) throw new Error(`${open.length} findings:\n${open.map((line) => `  ${line}`).join('\n')}`);
}
