import { modelNotIsolated } from '../../../../../lib/review/rules/sagemaker/model-not-isolated';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(modelNotIsolated, {
  type: 'AWS::SageMaker::Model',
  right: { EnableNetworkIsolation: true },
  wrong: { EnableNetworkIsolation: [false, undefined] },
});
