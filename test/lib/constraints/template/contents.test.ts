import type { JsonObject } from '../../../../lib/constraints/json';
import { contentsOf } from '../../../../lib/constraints/template/contents';

const resource = (more: JsonObject = {}): JsonObject => ({ Resources: { R: { Type: 'AWS::SNS::Topic', ...more } } });

test.each<[string, JsonObject, boolean, readonly string[]]>([
  ['plain resource', resource({ Properties: { DisplayName: 'x' } }), false, ['Resources', 'Type', 'Properties']],
  ['call in properties', resource({ Properties: { DisplayName: { Ref: 'A' } } }), true, ['Properties']],
  [
    'attributes',
    resource({ DependsOn: 'A', Condition: 'C', DeletionPolicy: 'Retain' }),
    false,
    ['DependsOn', 'Condition', 'DeletionPolicy'],
  ],
  ['call in an output', { ...resource(), Outputs: { O: { Value: { Ref: 'R' } } } }, true, ['Outputs', 'Value']],
  [
    'call in the name of an export',
    { ...resource(), Outputs: { O: { Value: 'x', Export: { Name: { 'Fn::Sub': 'n' } } } } },
    true,
    ['Export'],
  ],
  ['condition of an output', { ...resource(), Outputs: { O: { Value: 'x', Condition: 'C' } } }, false, ['Condition']],
  ['sections that are no objects', { Resources: 1, Outputs: [1], Conditions: {} }, false, ['Conditions']],
])('what a template has: %s', (_name, template, calls, names) => {
  const contents = contentsOf(template);
  expect([contents.calls, names.filter((name) => !contents.has(name)), contents.has('Rules')]).toEqual([
    calls,
    [],
    false,
  ]);
});
