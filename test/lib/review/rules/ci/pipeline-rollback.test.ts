import type { PropertyValue } from '../../../../../lib/graph';
import { pipelineRollback } from '../../../../../lib/review/rules/ci/pipeline-rollback';
import { judged } from '../../../../helpers/judged';

const stages = (OnFailure: PropertyValue, Category = 'Deploy') => ({
  Stages: [{ Name: 's', OnFailure, Actions: [{ ActionTypeId: { Category } }] }],
});

test.each<[string, ReturnType<typeof stages>, number]>([
  ['rolls back', stages({ Result: 'ROLLBACK' }), 0],
  ['retries', stages({ Result: 'RETRY' }), 1],
  ['stays', stages({}), 1],
  ['does what is not known', stages({ Ref: 'Failure' }), 0],
  ['builds', stages({}, 'Build'), 0],
])('a stage that %s', (_name, properties, count) => {
  expect(judged(pipelineRollback, 'AWS::CodePipeline::Pipeline', properties)).toHaveLength(count);
});
