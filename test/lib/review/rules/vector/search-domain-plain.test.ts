import { searchDomainPlain } from '../../../../../lib/review/rules/vector/search-domain-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainPlain, {
  type: 'AWS::OpenSearchService::Domain',
  right: { EncryptionAtRestOptions: { Enabled: true, KmsKeyId: 'x' } },
  wrong: { 'EncryptionAtRestOptions.Enabled': [false, undefined], 'EncryptionAtRestOptions.KmsKeyId': [undefined] },
});
