import type { ResourceNode } from '../../graph';
import { isUnknownAt } from '../../graph';
import { fixOf } from '../property-rule';
import type { Rule, RuleFacts } from '../rule';
import { podTypes } from './pods';

/** What a rule about manifests finds: where, and what. */
interface ManifestFinding {
  /** Dotted. */
  readonly path: string;
  /** Lower case, no final period. */
  readonly message: string;
}

/** A rule about objects of Kubernetes. @param types types of nodes. @default - those that start pods */
export function manifestRule(
  facts: Omit<RuleFacts, 'family'>,
  find: (node: ResourceNode, graph: Parameters<Rule['check']>[2]) => readonly ManifestFinding[],
  types: readonly string[] = podTypes,
): Rule {
  return {
    ...facts,
    family: 'kubernetes',
    types,
    check: (node, _context, graph) =>
      find(node, graph)
        .filter(({ path }) => !isUnknownAt(node, path))
        .map((found) => ({ ...found, fix: fixOf(facts.code) })),
  };
}
