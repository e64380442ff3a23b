import { trailWeak } from '../../../../../lib/review/rules/data/trail-weak';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(trailWeak, {
  type: 'AWS::CloudTrail::Trail',
  right: { EnableLogFileValidation: true, IsMultiRegionTrail: true, KMSKeyId: 'x', IsLogging: true },
  wrong: {
    EnableLogFileValidation: [false, undefined],
    IsMultiRegionTrail: [false, undefined],
    KMSKeyId: [undefined],
    IsLogging: [false, undefined],
  },
});
