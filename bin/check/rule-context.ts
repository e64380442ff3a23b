import { validateTemplate } from '../../lib/constraints/schema/validate';
import type { ResourceGraph } from '../../lib/graph';
import type { RuleContext } from '../../lib/review';
import { breachesOf } from '../../lib/review/breaches';
import { hostImageFact } from './host-image';
import { profileRegions } from './profile-regions';

/** What rules can ask the kit's own tables, where the region of an environment may be known. */
export function ruleContext(regionOf: (environment: string) => string | undefined): RuleContext {
  return {
    schemaViolations: validateTemplate,
    breaches: breachesOf(regionOf),
    hostImage: hostImageFact,
    profileRegions,
  };
}

/** Facts that are silent about what a macro makes something else of. */
export function exceptUnknown(context: RuleContext, graph: ResourceGraph, unknown: ReadonlySet<string>): RuleContext {
  const { schemaViolations, breaches } = context;
  if (unknown.size === 0 || schemaViolations === undefined || breaches === undefined) return context;
  const nodes = graph.filter(({ address }) => unknown.has(address));
  const properties = new Set<unknown>(nodes.map((node) => node.properties));
  return {
    ...context,
    schemaViolations: (type, value) => (properties.has(value) ? [] : schemaViolations(type, value)),
    breaches: (node, around) => (unknown.has(node.address) ? [] : breaches(node, around)),
  };
}
