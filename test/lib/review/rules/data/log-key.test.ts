import { logKey } from '../../../../../lib/review/rules/data/log-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(logKey, {
  type: 'AWS::Logs::LogGroup',
  right: { KmsKeyId: 'x' },
  wrong: { KmsKeyId: [undefined] },
});
