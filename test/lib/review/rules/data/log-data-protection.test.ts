import { logDataProtection } from '../../../../../lib/review/rules/data/log-data-protection';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(logDataProtection, {
  type: 'AWS::Logs::LogGroup',
  right: { DataProtectionPolicy: { Name: 'mask' } },
  wrong: { DataProtectionPolicy: [undefined] },
});
