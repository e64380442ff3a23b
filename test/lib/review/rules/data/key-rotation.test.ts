import { keyRotation } from '../../../../../lib/review/rules/data/key-rotation';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(keyRotation, {
  type: 'AWS::KMS::Key',
  right: { EnableKeyRotation: true },
  wrong: { EnableKeyRotation: [false, undefined] },
});
