import { studioInternet } from '../../../../../lib/review/rules/sagemaker/studio-internet';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(studioInternet, {
  type: 'AWS::SageMaker::Domain',
  right: { AppNetworkAccessType: 'VpcOnly' },
  wrong: { AppNetworkAccessType: ['PublicInternetOnly', undefined] },
});
