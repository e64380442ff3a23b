import type { ResourceNode } from '../graph';
import type { GraphIndex } from './graph-index';
import type { PlacedStatement } from './policy';
import { identityStatements } from './policy';

/** A statement, with the resource that declares it. */
export interface RoleStatement extends PlacedStatement {
  readonly from: ResourceNode;
}

/** The statements of a role: its own, and those of the policies of its stack that name it. */
export function statementsOfRole(role: ResourceNode, graph: GraphIndex): readonly RoleStatement[] {
  const attached = graph
    .referrersOf(role)
    .filter(
      (node) =>
        (node.type === 'AWS::IAM::Policy' || node.type === 'AWS::IAM::ManagedPolicy') &&
        graph.referencedBy(node.properties.Roles, node).includes(role),
    );
  return [role, ...attached].flatMap((from) => identityStatements(from).map((placed) => ({ ...placed, from })));
}
