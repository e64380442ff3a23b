import { fileSystemPlain } from '../../../../../lib/review/rules/data/file-system-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(fileSystemPlain, {
  type: 'AWS::EFS::FileSystem',
  right: { Encrypted: true, KmsKeyId: 'x' },
  wrong: { Encrypted: [false, undefined], KmsKeyId: [undefined] },
});

ruleCases(fileSystemPlain, {
  type: 'AWS::FSx::FileSystem',
  right: { KmsKeyId: 'x' },
  wrong: { KmsKeyId: [undefined] },
});
