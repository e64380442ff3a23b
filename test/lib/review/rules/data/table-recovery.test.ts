import { tableRecovery } from '../../../../../lib/review/rules/data/table-recovery';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(tableRecovery, {
  type: 'AWS::DynamoDB::Table',
  right: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  wrong: { 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': [false, undefined] },
});
