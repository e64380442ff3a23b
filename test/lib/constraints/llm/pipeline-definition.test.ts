import type { Json } from '../../../../lib/constraints/json';
import { pipelineDefinition } from '../../../../lib/constraints/llm/pipeline-definition';
import { breaches } from './around';

const train = { Name: 'Train', Type: 'Training', Arguments: {} };
const check = (body: Json) =>
  breaches(pipelineDefinition, { PipelineDefinition: { PipelineDefinitionBody: body } }).map((text) =>
    text.replace('#/PipelineDefinition/PipelineDefinitionBody: ', ''),
  );
const definition = (steps: Json[], more = {}) => JSON.stringify({ Version: '2020-12-01', Steps: steps, ...more });

test.each<[string, Json]>([
  ['one step', definition([train])],
  ['no version', JSON.stringify({ Steps: [train] })],
  ['steps that wait', definition([train, { Name: 'Register', Type: 'RegisterModel', DependsOn: ['Train'] }])],
  [
    'references',
    definition([train, { Name: 'Fail', Type: 'Fail', Arguments: { ErrorMessage: { Get: 'Steps.Train.X' } } }], {
      Parameters: [{ Name: 'P', Type: 'String' }],
    }),
  ],
  [
    'branches that refer to each other',
    definition([
      train,
      {
        Name: 'If',
        Type: 'Condition',
        Arguments: {
          Conditions: [{ Type: 'Equals', LeftValue: { Get: 'Execution.PipelineName' }, RightValue: 'x' }],
          IfSteps: [{ Name: 'Yes', Type: 'Fail', DependsOn: ['Train'] }],
          ElseSteps: [],
        },
      },
    ]),
  ],
  ['a text with unknown parts', { 'Fn::Sub': '{"Steps":[{"Name":"T","Type":"Training","RoleArn":"${Role}"}]}' }],
  ['an unknown part that is no text', { 'Fn::Join': ['', ['{"Steps":', { Ref: 'Steps' }, '}']] }],
  ['unknown names', { 'Fn::Sub': '{"Steps":[{"Name":"${A}","Type":"Fail","DependsOn":["B"]}]}' }],
  ['an unknown text', { Ref: 'Definition' }],
])('accepts a definition with %s', (_name, body) => {
  expect(check(body)).toEqual([]);
});

test.each<[string, Json, string | RegExp]>([
  ['no JSON', '{not json', /^Unable to parse pipeline definition: /],
  ['no steps', '{"Version":"2020-12-01"}', 'The pipeline definition has no list Steps with a step'],
  ['an empty list', definition([]), 'The pipeline definition has no list Steps with a step'],
  ['a list', '[]', 'The pipeline definition has no list Steps with a step'],
  [
    'another version',
    definition([train], { Version: '2021' }),
    'Version: 2021 is not a version of pipeline definitions',
  ],
  ['a step without name', definition([{ Type: 'Training' }]), 'Steps[0]: the step has no Name'],
  ['a bad name', definition([{ ...train, Name: 'a b' }]), /^Steps\[0\]: Name a b is not/],
  ['a name twice', definition([train, train]), 'Steps[1]: the name Train is used twice, first at Steps[0]'],
  ['a step without type', definition([{ Name: 'A' }]), 'Steps[0]: the step has no Type'],
  ['an unknown type', definition([{ Name: 'A', Type: 'Trainning' }]), /^Steps\[0\]: Trainning is not a type of step/],
  [
    'a dependency on nothing',
    definition([{ ...train, DependsOn: ['Prepare'] }]),
    'Steps[0]: DependsOn names Prepare, which is no step',
  ],
  [
    'a reference to no step',
    definition([{ ...train, Arguments: { X: { Get: 'Steps.Prepare.Y' } } }]),
    'Steps[0]: Get Steps.Prepare.Y names a step that does not exist',
  ],
  [
    'a reference to no parameter',
    definition([{ ...train, Arguments: { X: ['a', { Get: 'Parameters.Q' }] } }], { Parameters: [{ Name: 'P' }] }),
    'Steps[0]: Get Parameters.Q names a parameter that does not exist',
  ],
  [
    'a circle',
    definition([
      { ...train, DependsOn: ['B'] },
      { Name: 'B', Type: 'Fail', DependsOn: ['Train'] },
    ]),
    'Steps: the steps wait for each other: Train > B > Train',
  ],
  [
    'a fault in a branch',
    definition([{ Name: 'If', Type: 'Condition', Arguments: { IfSteps: [{ Name: 'Yes' }] } }]),
    'Steps[0].Arguments.IfSteps[0]: the step has no Type',
  ],
  [
    'a parameter of no type',
    definition([train], { Parameters: [{ Name: 'P', Type: 'Text' }] }),
    'Parameters[0]: Type Text is not one of String, Integer, Float, Boolean',
  ],
  [
    'a parameter twice',
    definition([train], { Parameters: [{ Name: 'P' }, { Name: 'P' }] }),
    'Parameters[1]: the parameter P is declared twice',
  ],
])('refuses a definition with %s', (_name, body, reason) => {
  expect(check(body)).toEqual([typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
});
