import { alarmWithoutAction } from '../../../../../lib/review/rules/application/alarm-without-action';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(alarmWithoutAction, {
  type: 'AWS::CloudWatch::Alarm',
  right: { ActionsEnabled: true, AlarmActions: ['arn'] },
  wrong: { ActionsEnabled: [false], AlarmActions: [undefined] },
});
