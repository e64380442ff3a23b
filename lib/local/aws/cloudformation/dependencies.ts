import { references } from '../../../constraints/template/references';
import { validationError } from '../errors';
import type { ResourceDeclaration } from './template';

/** The active resources that each active resource depends on: `DependsOn`, and references in the branches taken. */
export function dependencies(
  active: ReadonlyMap<string, ResourceDeclaration>,
  condition: (name: string) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...active].map(([logicalId, declaration]) => [
      logicalId,
      new Set(
        [
          ...declaration.dependsOn,
          ...references(declaration.properties, `/Resources/${logicalId}/Properties`, condition).map(
            ({ target }) => target,
          ),
        ].filter((target) => active.has(target)),
      ),
    ]),
  );
}

/** Logical ids in an order where each follows what it depends on; ties keep template order. @throws ServiceError on a cycle. */
export function creationOrder(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (logicalId: string): void => {
    if (done.has(logicalId)) return;
    if (open.has(logicalId)) {
      const members = [...open];
      throw validationError(
        `Circular dependency between resources: [${members.slice(members.indexOf(logicalId)).join(', ')}]`,
      );
    }
    open.add(logicalId);
    for (const dependency of graph.get(logicalId) ?? []) visit(dependency);
    open.delete(logicalId);
    done.add(logicalId);
    order.push(logicalId);
  };
  for (const logicalId of graph.keys()) visit(logicalId);
  return order;
}
