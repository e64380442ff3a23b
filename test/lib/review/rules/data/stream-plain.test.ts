import { streamPlain } from '../../../../../lib/review/rules/data/stream-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(streamPlain, {
  type: 'AWS::Kinesis::Stream',
  right: { StreamEncryption: { EncryptionType: 'KMS', KeyId: 'k' } },
  wrong: { StreamEncryption: [undefined] },
});
