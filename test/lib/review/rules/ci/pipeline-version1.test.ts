import { pipelineVersion1 } from '../../../../../lib/review/rules/ci/pipeline-version1';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(pipelineVersion1, {
  type: 'AWS::CodePipeline::Pipeline',
  right: { PipelineType: 'V2' },
  wrong: { PipelineType: ['V1', undefined] },
});
