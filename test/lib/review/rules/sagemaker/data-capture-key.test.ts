import { dataCaptureKey } from '../../../../../lib/review/rules/sagemaker/data-capture-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(dataCaptureKey, {
  type: 'AWS::SageMaker::EndpointConfig',
  right: { DataCaptureConfig: { EnableCapture: true, KmsKeyId: 'x' } },
  wrong: { 'DataCaptureConfig.KmsKeyId': [undefined] },
});
