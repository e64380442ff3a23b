import { featureStoreOnlineKey } from '../../../../../lib/review/rules/sagemaker/feature-store-online-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(featureStoreOnlineKey, {
  type: 'AWS::SageMaker::FeatureGroup',
  right: { OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: 'x' } } },
  wrong: { 'OnlineStoreConfig.SecurityConfig.KmsKeyId': [undefined] },
});
