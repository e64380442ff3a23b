import { keyDisabled } from '../../../../../lib/review/rules/data/key-disabled';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(keyDisabled, {
  type: 'AWS::KMS::Key',
  right: { Enabled: true },
  wrong: { Enabled: [false] },
});
