import { studioKey } from '../../../../../lib/review/rules/sagemaker/studio-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(studioKey, {
  type: 'AWS::SageMaker::Domain',
  right: { KmsKeyId: 'x' },
  wrong: { KmsKeyId: [undefined] },
});
