import { queuePlain } from '../../../../../lib/review/rules/application/queue-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(queuePlain, {
  type: 'AWS::SQS::Queue',
  right: { KmsMasterKeyId: 'x' },
  wrong: { KmsMasterKeyId: [undefined] },
});
