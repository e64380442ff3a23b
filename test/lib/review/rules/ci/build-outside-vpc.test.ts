import { buildOutsideVpc } from '../../../../../lib/review/rules/ci/build-outside-vpc';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(buildOutsideVpc, {
  type: 'AWS::CodeBuild::Project',
  right: { VpcConfig: { Subnets: ['s1'] } },
  wrong: { 'VpcConfig.Subnets': [undefined] },
});
