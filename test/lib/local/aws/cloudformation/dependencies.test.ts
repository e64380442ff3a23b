import fc from 'fast-check';
import { creationOrder, dependencies } from '../../../../../lib/local/aws/cloudformation/dependencies';
import { parseTemplate } from '../../../../../lib/local/aws/cloudformation/template';

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

test('a resource depends on what it names and refers to, in the branches taken, as far as it is active', () => {
  const topic = { Type: 'AWS::SNS::Topic' };
  const { resources } = parseTemplate(
    JSON.stringify({
      Resources: {
        A: topic,
        B: topic,
        C: {
          ...topic,
          DependsOn: ['A', 'Inactive'],
          Properties: { DisplayName: { 'Fn::Sub': '${B} ${AWS::Region}' } },
        },
        D: { ...topic, Properties: { DisplayName: { 'Fn::If': ['Yes', { Ref: 'A' }, { Ref: 'B' }] } } },
      },
    }),
  );
  const graph = dependencies(resources, (name) => name === 'Yes');
  expect(Object.fromEntries([...graph].map(([id, targets]) => [id, [...targets]]))).toEqual({
    A: [],
    B: [],
    C: ['A', 'B'],
    D: ['A'],
  });
});

test('resources without dependencies keep the order of the template', () => {
  expect(
    creationOrder(
      new Map([
        ['Z', new Set<string>()],
        ['A', new Set(['M'])],
        ['M', new Set<string>()],
      ]),
    ),
  ).toEqual(['Z', 'M', 'A']);
});
