import { referencesIn } from '../../../lib/graph';

test.each<[string, unknown, readonly string[]]>([
  ['Ref', { Ref: 'A' }, ['A']],
  ['a Ref that is no text, which holds references itself', { Ref: { Ref: 'A' } }, ['A']],
  ['text that is not a reference', { Name: 'A' }, []],
  ['lists and objects at any depth', { a: [{ b: { Ref: 'A' } }, [{ Ref: 'B' }]] }, ['A', 'B']],
  ['empty values between references', [null, { Ref: 'A' }, undefined, { x: null }], ['A']],
  ['a list', [{ Ref: 'A' }, { Ref: 'B' }], ['A', 'B']],
  ['the same reference once', [{ Ref: 'A' }, { 'Fn::GetAtt': ['A', 'Arn'] }], ['A']],
  ['GetAtt with a list', { 'Fn::GetAtt': ['A', 'Arn'] }, ['A']],
  ['GetAtt with a text', { 'Fn::GetAtt': 'A.Endpoint.Address' }, ['A']],
  ['no GetAtt without a resource', { 'Fn::GetAtt': [] }, []],
  ['no GetAtt of a function', { 'Fn::GetAtt': [{ Ref: 'A' }, 'Arn'] }, []],
  ['no GetAtt of a number', { 'Fn::GetAtt': 5 }, []],
  ['Sub with a text', { 'Fn::Sub': '${A}-${B.Arn}' }, ['A', 'B']],
  ['Sub with spaces around a name', { 'Fn::Sub': '${ A }' }, ['A']],
  ['no literal of Sub', { 'Fn::Sub': '${!A} $B {C}' }, []],
  ['Sub with a list of one', { 'Fn::Sub': ['${A}'] }, ['A']],
  ['Sub with its variables, which are no resources', { 'Fn::Sub': ['${A}${local}', { local: 'x' }] }, ['A']],
  ['references in the variables of Sub', { 'Fn::Sub': ['${local}', { local: { Ref: 'B' } }] }, ['B']],
  ['Sub with empty variables', { 'Fn::Sub': ['${A}', null] }, ['A']],
  ['Sub with variables that are text', { 'Fn::Sub': ['${A}${0}', 'x'] }, ['A', '0']],
  ['the variables of a Sub without a text', { 'Fn::Sub': [{ Ref: 'A' }, { local: { Ref: 'B' } }] }, ['B']],
  ['a number in place of Sub', { 'Fn::Sub': 5 }, []],
  ['nothing', null, []],
  ['a text', 'A', []],
])('finds %s', (_name, fragment, expected) => {
  expect([...referencesIn(fragment)].toSorted()).toEqual([...expected].toSorted());
});
