import { coreDumpKey } from '../../../../../lib/review/rules/sagemaker/core-dump-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(coreDumpKey, {
  type: 'AWS::SageMaker::EndpointConfig',
  right: { ProductionVariants: [{ CoreDumpConfig: { DestinationS3Uri: 's3://x/y', KmsKeyId: 'x' } }] },
  wrong: { 'ProductionVariants.0.CoreDumpConfig.KmsKeyId': [undefined] },
});
