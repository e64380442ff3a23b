import { repositoryMutable } from '../../../../../lib/review/rules/ci/repository-mutable';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(repositoryMutable, {
  type: 'AWS::ECR::Repository',
  right: { ImageTagMutability: 'IMMUTABLE' },
  wrong: { ImageTagMutability: ['MUTABLE', undefined] },
});
