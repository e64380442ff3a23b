import { repositoryLifecycle } from '../../../../../lib/review/rules/ci/repository-lifecycle';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(repositoryLifecycle, {
  type: 'AWS::ECR::Repository',
  right: { LifecyclePolicy: { LifecyclePolicyText: '{}' } },
  wrong: { 'LifecyclePolicy.LifecyclePolicyText': [undefined] },
});
