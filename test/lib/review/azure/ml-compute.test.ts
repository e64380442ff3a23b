import { isMachineCompute, needsSubnet } from '../../../../lib/review/azure/ml-compute';
import { GraphIndex } from '../../../../lib/review/graph-index';
import { resourceNode } from '../../../helpers/resource-node';

const compute = (computeType: string) =>
  resourceNode({ type: 'azure-native:machinelearningservices:Compute', properties: { properties: { computeType } } });
const workspace = (isolationMode: string) =>
  resourceNode({
    type: 'azure-native:machinelearningservices:Workspace',
    properties: { managedNetwork: { isolationMode } },
  });

test.each([
  ['AmlCompute', true],
  ['computeinstance', true],
  ['Kubernetes', false],
])('a compute %s has machines: %s', (type, expected) => {
  expect(isMachineCompute(compute(type))).toBe(expected);
});

test.each([
  ['AllowOnlyApprovedOutbound', false],
  ['AllowInternetOutbound', false],
  ['Disabled', true],
])('in a workspace with isolation %s a compute needs a subnet: %s', (mode, expected) => {
  const node = compute('AmlCompute');
  expect(needsSubnet(node, new GraphIndex([node, workspace(mode)]))).toBe(expected);
});
