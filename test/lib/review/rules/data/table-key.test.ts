import { tableKey } from '../../../../../lib/review/rules/data/table-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(tableKey, {
  type: 'AWS::DynamoDB::Table',
  right: { SSESpecification: { SSEEnabled: true, KMSMasterKeyId: 'x' } },
  wrong: { 'SSESpecification.SSEEnabled': [false, undefined], 'SSESpecification.KMSMasterKeyId': [undefined] },
});
