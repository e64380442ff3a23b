import type { PropertyValue } from '../../../../../lib/graph';
import { pipelineApproval } from '../../../../../lib/review/rules/ci/pipeline-approval';
import { judged } from '../../../../helpers/judged';

const stage = (...categories: readonly string[]): PropertyValue => ({
  Name: 's',
  Actions: categories.map((Category) => ({
    Name: 'a',
    ActionTypeId: { Category, Owner: 'AWS', Provider: 'p', Version: '1' },
  })),
});

test.each<[string, PropertyValue, readonly string[]]>([
  ['approves before it deploys', [stage('Source'), stage('Approval'), stage('Deploy')], []],
  ['approves in the stage of the deployment', [stage('Source'), stage('Approval', 'Deploy')], []],
  ['deploys at once', [stage('Source'), stage('Deploy')], ['Stages.1: deploys what nobody approved']],
  [
    'approves after it has deployed',
    [stage('Source'), stage('Deploy'), stage('Approval')],
    ['Stages.1: deploys what nobody approved'],
  ],
  ['deploys nothing', [stage('Source'), stage('Build')], []],
  ['has stages that are not known', [{ 'Fn::If': ['A', stage('Deploy'), stage('Approval')] }, { Ref: 'Stage' }], []],
  ['is not known', { Ref: 'Stages' }, []],
])('a pipeline that %s', (_name, stages, expected) => {
  expect(judged(pipelineApproval, 'AWS::CodePipeline::Pipeline', { Stages: stages })).toEqual(expected);
});
