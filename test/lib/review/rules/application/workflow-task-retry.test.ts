import type { PropertyValue } from '../../../../../lib/graph';
import { workflowTaskRetry } from '../../../../../lib/review/rules/application/workflow-task-retry';
import { judged } from '../../../../helpers/judged';

const sound = {
  Type: 'Task',
  Resource: 'arn:aws:states:::bedrock:invokeModel',
  Retry: [],
  Catch: [],
  TimeoutSeconds: 60,
  End: true,
};
const definition = (task: object): object => ({ StartAt: 'A', States: { A: task } });

test.each<[string, PropertyValue, readonly string[]]>([
  ['everything', JSON.stringify(definition(sound)), []],
  ['no retry', JSON.stringify(definition({ ...sound, Retry: undefined })), ['DefinitionString.States.A: has no Retry']],
  ['no catch', JSON.stringify(definition({ ...sound, Catch: undefined })), ['DefinitionString.States.A: has no Catch']],
  [
    'no timeout',
    JSON.stringify(definition({ ...sound, TimeoutSeconds: undefined })),
    ['DefinitionString.States.A: has no TimeoutSeconds'],
  ],
  ['a definition that is not known', { Ref: 'Definition' }, []],
])('a task with %s', (_name, DefinitionString, expected) => {
  expect(judged(workflowTaskRetry, 'AWS::StepFunctions::StateMachine', { DefinitionString })).toEqual(expected);
});

test('reads tasks inside branches and maps', () => {
  const inner = { Type: 'Task', Resource: 'x' };
  const Definition = {
    States: {
      Both: { Type: 'Parallel', Branches: [{ States: { One: inner } }] },
      Each: { Type: 'Map', ItemProcessor: { States: { Two: inner } } },
    },
  };
  expect(judged(workflowTaskRetry, 'AWS::StepFunctions::StateMachine', { Definition })).toHaveLength(2);
});
