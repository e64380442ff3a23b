import { topicPlain } from '../../../../../lib/review/rules/application/topic-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(topicPlain, {
  type: 'AWS::SNS::Topic',
  right: { KmsMasterKeyId: 'x' },
  wrong: { KmsMasterKeyId: [undefined] },
});
