import { constraintsOf } from '../constraints/constraints-of';
import { typeInRegion } from '../constraints/regions';
import type { ResourceGraph, ResourceNode } from '../graph';
import type { ConstraintBreach, RuleContext } from './finding';
import type { StackSurroundings } from './graph-surroundings';
import { graphSurroundings, logicalIdOf } from './graph-surroundings';

/** What the rules of services refuse, asked of the graph around a resource. */
export function breachesOf(
  regionOf: (environment: string) => string | undefined,
): NonNullable<RuleContext['breaches']> {
  const surroundings = new WeakMap<ResourceGraph, StackSurroundings>();
  return (node, graph) => {
    const known = surroundings.get(graph) ?? graphSurroundings(graph, regionOf);
    surroundings.set(graph, known);
    const { type, properties } = node;
    const around = known(node);
    const resource = { type, logicalId: logicalIdOf(node), properties };
    const broken = constraintsOf(type).flatMap((constraint) =>
      constraint.check(resource, around).map((breach) => ({
        id: constraint.id,
        source: constraint.source,
        taken: constraint.taken === true,
        ...breach,
      })),
    );
    return [...missingInRegion(node, around.region), ...broken];
  };
}

function missingInRegion({ type }: ResourceNode, region: string | undefined): readonly ConstraintBreach[] {
  if (region === undefined || typeInRegion(type, region) !== false) return [];
  return [
    {
      id: 'type-in-region',
      pointer: '#',
      problem: `Template format error: Unrecognized resource types: [${type}]: ${region} does not have it`,
      fix: 'Deploy the resource in a region that has its type, or use another type.',
      source: { url: 'https://pypi.org/project/cfn-lint/1.58.0', asOf: '2026-10-20' },
    },
  ];
}
