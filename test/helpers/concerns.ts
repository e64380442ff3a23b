import type { ResourceGraph, ResourceNode } from '../../lib/graph';
import { keyOf } from '../../lib/review/change/resource-key';
import { concernsOf } from '../../lib/review/concern';
import type { ConcernContext, ConcernFamily } from '../../lib/review/concern/concern';
import type { Concern } from '../../lib/review/report/review';
import { changesBetween } from './changes';
import { resourceNode } from './resource-node';

/** What one family says about the change between two graphs. */
export function concernsBetween(
  family: ConcernFamily,
  base: ResourceGraph,
  next: ResourceGraph,
  context: ConcernContext = {},
): readonly Concern[] {
  const [before, after] = [base, next].map((graph) => new Map(graph.map((node) => [keyOf(node), node])));
  const changed = changesBetween(base, next).map((change) => {
    const former = before?.get(keyOf({ ...change, address: change.from ?? change.address }));
    const current = after?.get(keyOf(change));
    return {
      change,
      ...(former === undefined || change.kind === 'create' ? {} : { before: former }),
      ...(current === undefined ? {} : { after: current }),
    };
  });
  return concernsOf({ base, next, changed, context }, [family]);
}

type Properties = ResourceNode['properties'];

/** Codes and levels of what one family says about a resource whose properties change; `undefined` stands for no resource. */
export function said(
  family: ConcernFamily,
  type: string,
  [before, after]: readonly [Properties | undefined, Properties | undefined],
  context: ConcernContext = {},
): readonly string[] {
  const graph = (properties: Properties | undefined): ResourceGraph =>
    properties === undefined ? [] : [resourceNode({ type, properties })];
  return concernsBetween(family, graph(before), graph(after), context).map(({ code, level, path }) =>
    `${level} ${code} ${path}`.trim(),
  );
}
