import type { Json } from '../../../../lib/constraints/json';
import { withMacros } from '../../../../lib/constraints/template/macros';

const queue = { Type: 'AWS::SQS::Queue' };
const include = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://example/part.yaml' } } };

test('runs loops, with the default of a parameter as their collection', () => {
  const loop = ['Id', { Ref: 'Names' }, { 'Queue${Id}': queue }];
  const { resources, unknown } = withMacros({
    Transform: 'AWS::LanguageExtensions',
    Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'A,B' } },
    Resources: { 'Fn::ForEach::Queues': loop },
  });
  expect(resources['Resources']).toEqual({ QueueA: queue, QueueB: queue });
  expect(unknown).toEqual(new Set());
});

test('leaves out what a macro in the place of a resource makes, and a loop of unknown length', () => {
  const loop = ['Id', { Ref: 'Names' }, { 'Queue${Id}': queue }];
  const { resources, makers } = withMacros({
    Transform: 'AWS::LanguageExtensions',
    Parameters: { Names: { Type: 'CommaDelimitedList' } },
    Resources: { 'Fn::ForEach::Queues': loop, ...include, Queue: queue },
  });
  expect(resources['Resources']).toEqual({ Queue: queue });
  expect(makers).toEqual(['/Resources/Fn::ForEach::Queues', '/Resources/Fn::Transform']);
});

test('knows nothing of a resource in which a loop of unknown length lies, also where other loops make it', () => {
  const inside = { Type: 'AWS::SSM::Parameter', Properties: { 'Fn::ForEach::L': ['X', { Ref: 'P' }, { '${X}': 1 }] } };
  const { unknown } = withMacros({
    Transform: 'AWS::LanguageExtensions',
    Parameters: { P: { Type: 'CommaDelimitedList' } },
    Resources: {
      'Fn::ForEach::Made': ['Y', ['A', 'B'], { 'Value${Y}': inside, 'Queue${Y}': queue }],
      'Plain*': inside,
      Value: queue,
    },
    Outputs: { 'Fn::ForEach::Out': ['Z', { Ref: 'P' }, { 'Out${Z}': { Value: 'x' } }] },
  });
  expect([...unknown]).toEqual(['ValueA', 'ValueB', 'Plain*', 'Value']);
});

test.each<[string, Json | undefined, readonly string[]]>([
  ['no transform', undefined, []],
  ['the transform of the extensions', 'AWS::LanguageExtensions', []],
  ['the transform of SAM', 'AWS::Serverless-2016-10-31', []],
  ['a text that AWS includes', { Name: 'AWS::Include', Parameters: { Location: 's3://example/part.yaml' } }, []],
  ['a macro of the account', ['AWS::Serverless-2016-10-31', 'Mine'], ['Queue']],
  ['a macro with parameters', { Name: 'Mine', Parameters: {} }, ['Queue']],
])('with %s', (_name, transform, unknown) => {
  const template = {
    ...(transform === undefined ? {} : { Transform: transform }),
    Resources: { Queue: queue },
  };
  expect([...withMacros(template).unknown]).toEqual(unknown);
});

test('knows nothing of a type of SAM, nor of a resource that includes a text', () => {
  const { unknown } = withMacros({
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      Sam: { Type: 'AWS::Serverless::Function' },
      Included: { ...queue, Properties: include },
      Queue: queue,
    },
  });
  expect([...unknown]).toEqual(['Sam', 'Included']);
});
