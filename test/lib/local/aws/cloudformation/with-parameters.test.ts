import type { Json } from '../../../../../lib/constraints/json';
import { withParameters } from '../../../../../lib/local/aws/cloudformation/with-parameters';

const parameter = (key: string, effective: Json, noEcho = false) => ({
  key,
  effective,
  noEcho,
  value: '',
  resolvedValue: undefined,
});
const parameters = [parameter('Name', 'a${b'), parameter('Zones', ['x', 'y']), parameter('Secret', 'hidden', true)];
const filled = (value: Json): Json | undefined => withParameters({ Resources: { A: value } }, parameters)['Resources'];

test.each<[string, Json, Json]>([
  ['a reference', { Ref: 'Name' }, 'a${b'],
  ['a reference to a list', { 'Fn::Select': [0, { Ref: 'Zones' }] }, { 'Fn::Select': [0, ['x', 'y']] }],
  ['what NoEcho hides', { Ref: 'Secret' }, { Ref: 'Secret' }],
  ['a reference to a resource', { Ref: 'Bucket' }, { Ref: 'Bucket' }],
  ['a name of all objects', { Ref: 'constructor' }, { Ref: 'constructor' }],
  [
    'a text with variables, whose value has none',
    { 'Fn::Sub': 'q-${Name}-${ Secret }-${!Name}-${A.Arn}' },
    { 'Fn::Sub': 'q-a${!b-${ Secret }-${!Name}-${A.Arn}' },
  ],
  ['a list in a text', { 'Fn::Sub': '${Zones}' }, { 'Fn::Sub': '${Zones}' }],
  [
    'a text with variables of its own, which win',
    { 'Fn::Sub': ['${Name}/${Own}', { Name: { Ref: 'Name' }, Own: 'o' }] },
    { 'Fn::Sub': ['${Name}/${Own}', { Name: 'a${b', Own: 'o' }] },
  ],
  ['a malformed text, as it is', { 'Fn::Sub': [] }, { 'Fn::Sub': [''] }],
])('%s', (_name, value, expected) => {
  expect(filled(value)).toEqual({ A: expected });
});

test('parameters with values and rules are left out, and a template without parameters is as it was', () => {
  const template = {
    Parameters: { Name: {}, Secret: { NoEcho: true } },
    Rules: { R: {} },
    Outputs: { O: { Ref: 'Name' } },
  };
  expect(withParameters(template, parameters)).toEqual({
    Parameters: { Secret: { NoEcho: true } },
    Outputs: { O: 'a${b' },
  });
  expect(withParameters(template, [])).toBe(template);
});
