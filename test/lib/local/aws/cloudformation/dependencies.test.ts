import fc from 'fast-check';
import { creationOrder } from '../../../../../lib/local/aws/cloudformation/dependencies';

const edges = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 80 });

test('every resource follows what it depends on', () => {
  fc.assert(
    fc.property(edges, (pairs) => {
      // Edges only point to smaller numbers, so the graph has no cycle.
      const graph = new Map(
        Array.from({ length: 31 }, (_unused, node) => [
          String(node),
          new Set(pairs.filter(([from, to]) => from === node && to < from).map(([, to]) => String(to))),
        ]),
      );
      const order = creationOrder(graph);
      expect([...order].sort()).toEqual([...graph.keys()].sort());
      for (const [node, targets] of graph)
        for (const target of targets) expect(order.indexOf(target)).toBeLessThan(order.indexOf(node));
    }),
  );
});

test('fails on a cycle and names exactly its members', () => {
  const graph = new Map([
    ['Start', new Set(['A'])],
    ['A', new Set(['B'])],
    ['B', new Set(['A'])],
  ]);
  expect(() => creationOrder(graph)).toThrow('Circular dependency between resources: [A, B]');
});
