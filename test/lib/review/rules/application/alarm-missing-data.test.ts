import { alarmMissingData } from '../../../../../lib/review/rules/application/alarm-missing-data';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(alarmMissingData, {
  type: 'AWS::CloudWatch::Alarm',
  right: { TreatMissingData: 'breaching' },
  wrong: { TreatMissingData: [undefined] },
});
