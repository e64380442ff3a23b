import { tableDeletable } from '../../../../../lib/review/rules/data/table-deletable';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(tableDeletable, {
  type: 'AWS::DynamoDB::Table',
  right: { DeletionProtectionEnabled: true },
  wrong: { DeletionProtectionEnabled: [false, undefined] },
});
