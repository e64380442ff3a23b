import { experimentKey } from '../../../../../lib/review/rules/sagemaker/experiment-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(experimentKey, {
  type: 'AWS::SageMaker::InferenceExperiment',
  right: { DataStorageConfig: { Destination: 's3://x', KmsKey: 'x' }, KmsKey: 'x' },
  wrong: { KmsKey: [undefined], 'DataStorageConfig.KmsKey': [undefined] },
});
