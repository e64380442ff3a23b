import { flowLogPartial } from '../../../../../lib/review/rules/network/flow-log-partial';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(flowLogPartial, {
  type: 'AWS::EC2::FlowLog',
  right: { TrafficType: 'ALL' },
  wrong: { TrafficType: ['REJECT'] },
});
