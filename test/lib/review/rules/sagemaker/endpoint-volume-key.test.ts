import { endpointVolumeKey } from '../../../../../lib/review/rules/sagemaker/endpoint-volume-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointVolumeKey, {
  type: 'AWS::SageMaker::EndpointConfig',
  right: { ProductionVariants: [{ InstanceType: 'ml.c5.xlarge' }], KmsKeyId: 'x' },
  wrong: { KmsKeyId: [undefined] },
});
