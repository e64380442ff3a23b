import { endpointShellAccess } from '../../../../../lib/review/rules/sagemaker/endpoint-shell-access';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(endpointShellAccess, {
  type: 'AWS::SageMaker::EndpointConfig',
  right: { ProductionVariants: [{ EnableSSMAccess: false }] },
  wrong: { 'ProductionVariants.0.EnableSSMAccess': [true] },
});
