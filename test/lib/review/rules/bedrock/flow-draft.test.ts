import { flowDraft } from '../../../../../lib/review/rules/bedrock/flow-draft';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(flowDraft, {
  type: 'AWS::Bedrock::FlowAlias',
  right: { RoutingConfiguration: [{ FlowVersion: '1' }] },
  wrong: { 'RoutingConfiguration.0.FlowVersion': ['DRAFT'] },
});
