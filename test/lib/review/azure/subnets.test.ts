import { readArm } from '../../../../lib/graph/arm/read-arm';
import { subnetsOf } from '../../../../lib/review/azure/subnets';
import { GraphIndex } from '../../../../lib/review/graph-index';

const type = 'Microsoft.Network/virtualNetworks';
const subnets = (resources: readonly object[]) => {
  const { graph } = readArm({ resources }, { environment: 'prod', stack: 'app' });
  const index = new GraphIndex(graph);
  return graph.flatMap((node) => subnetsOf(node, index).map(({ name, path }) => [name, path('natGateway')]));
};

test('subnets of a network and subnets of their own', () => {
  const network = { type, name: 'v', properties: { subnets: [{ name: 'a' }, { name: 'b', properties: {} }] } };
  expect(subnets([network])).toEqual([
    ['a', 'subnets.0.natGateway'],
    ['b', 'subnets.1.natGateway'],
  ]);
  // The one that is a resource too is what is deployed last.
  expect(subnets([network, { type: `${type}/subnets`, name: 'v/b', properties: {} }])).toEqual([
    ['b', 'natGateway'],
    ['a', 'subnets.0.natGateway'],
  ]);
});
