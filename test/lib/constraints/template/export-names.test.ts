import { problems } from './problems';

const exporting = (Name: unknown, more = {}) => ({ Value: 'v', Export: { Name }, ...more });
const malformed = 'The Name field of every Export member must be specified and consist only of alphanumeric characters';
const dependent = 'must not depend on any resources, imported values, or Fn::GetAZs';

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['letters, digits, colons and hyphens', { O: exporting('Team-1:vpc') }],
  ['the name of the stack', { O: exporting({ 'Fn::Sub': '${AWS::StackName}-vpc' }) }],
  ['255 characters', { O: exporting('n'.repeat(255)) }],
  ['two names', { O: exporting('one'), P: exporting('two') }],
  [
    'one name under two conditions',
    { O: exporting('one', { Condition: 'C' }), P: exporting('one', { Condition: 'D' }) },
  ],
])('says nothing about an export named by %s', (_name, Outputs) => {
  const equals = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] };
  expect(problems({ Conditions: { C: equals, D: { 'Fn::Not': [{ Condition: 'C' }] } }, Outputs })).toEqual([]);
});

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['a space', { O: exporting('my vpc') }, `Output O is malformed. ${malformed}`],
  ['an underscore', { O: exporting('my_vpc') }, malformed],
  ['nothing', { O: exporting('') }, malformed],
  ['256 characters', { O: exporting('n'.repeat(256)) }, 'has 256 characters; the maximum is 255'],
  ['a resource', { O: exporting({ Ref: 'T' }) }, dependent],
  ['an attribute in a text', { O: exporting({ 'Fn::Sub': 'x-${T.TopicName}' }) }, dependent],
  ['an import', { O: exporting({ 'Fn::Join': ['-', ['a', { 'Fn::ImportValue': 'x' }]] }) }, dependent],
  ['zones', { O: exporting({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }) }, dependent],
  [
    'the name of another',
    { O: exporting('one'), P: exporting('one') },
    'The Outputs section contains duplicate Export names: [one]. Specify a unique name for each export.',
  ],
])('refuses an export named by %s', (_name, Outputs, message) => {
  expect(problems({ Outputs })).toEqual([expect.stringContaining(message)]);
});
