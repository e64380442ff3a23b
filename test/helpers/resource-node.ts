import type { ResourceNode } from '../../lib/graph';

/** A resource of the graph, on the cloud of its type, stateless and without properties unless the test says so. */
export function resourceNode(overrides: Partial<ResourceNode> & Pick<ResourceNode, 'type'>): ResourceNode {
  return {
    environment: 'dev',
    cloud: overrides.type.startsWith('azure') ? 'azure' : 'aws',
    stack: 'foundation',
    address: 'foundation/Thing',
    properties: {},
    dependsOn: [],
    stateful: false,
    retained: false,
    ...overrides,
  };
}
