import { logRetention } from '../../../../../lib/review/rules/data/log-retention';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(logRetention, {
  type: 'AWS::Logs::LogGroup',
  right: { RetentionInDays: 30 },
  wrong: { RetentionInDays: [undefined] },
});
