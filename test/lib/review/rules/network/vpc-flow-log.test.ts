import type { ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review/check';
import { vpcFlowLog } from '../../../../../lib/review/rules/network/vpc-flow-log';
import { resourceNode } from '../../../../helpers/resource-node';

const vpc = resourceNode({ type: 'AWS::EC2::VPC', address: 'foundation/Vpc' });
const log = (name: string, stack = 'foundation'): ResourceNode =>
  resourceNode({
    type: 'AWS::EC2::FlowLog',
    stack,
    address: `${stack}/Log`,
    properties: { ResourceId: { Ref: name } },
  });

test.each<[string, readonly ResourceNode[], number]>([
  ['its log', [log('Vpc')], 0],
  ['no log', [], 1],
  ['the log of another VPC', [resourceNode({ type: 'AWS::EC2::VPC', address: 'foundation/Other' }), log('Other')], 1],
  ['a log in another stack, of what is not known', [log('VpcParameter', 'logs')], 0],
])('a VPC with %s', (_name, others, count) => {
  expect(check([vpc, ...others], [vpcFlowLog]).findings).toHaveLength(count);
});
