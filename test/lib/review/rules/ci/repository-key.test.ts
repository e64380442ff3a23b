import { repositoryKey } from '../../../../../lib/review/rules/ci/repository-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(repositoryKey, {
  type: 'AWS::ECR::Repository',
  right: { EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: 'x' } },
  wrong: {
    'EncryptionConfiguration.EncryptionType': ['AES256', undefined],
    'EncryptionConfiguration.KmsKey': [undefined],
  },
});
