import { shapeProblems } from '../../../../lib/graph/text/template-shape';

const resource = (fields: object): unknown => ({ Resources: { A: { Type: 'T', ...fields } } });
const oneOrMore = { code: 'InvalidTemplate', path: ['Resources'], expected: 'an object with one resource or more' };
const notTemplate = {
  code: 'InvalidTemplate',
  path: [],
  message: 'the file is not a template',
  expected: 'an object with Resources',
};

test.each<[string, unknown, object]>([
  [
    'nothing',
    null,
    { code: 'InvalidTemplate', path: [], message: 'the file has no content', expected: 'a template with Resources' },
  ],
  ['a list', [], { ...notTemplate, got: 'a list' }],
  ['a text', 'x', { ...notTemplate, got: 'the string "x"' }],
  ['a long text', 'x'.repeat(60), { ...notTemplate, got: `the string "${'x'.repeat(39)}` }],
  ['a number', 42, { ...notTemplate, got: 'the number 42' }],
  ['a boolean', true, { ...notTemplate, got: 'the boolean true' }],
  ['no Resources', {}, { ...oneOrMore, message: 'the template has no Resources' }],
  ['empty Resources', { Resources: null }, { ...oneOrMore, message: 'Resources has no resource', got: null }],
  ['Resources of no resource', { Resources: {} }, { ...oneOrMore, message: 'Resources has no resource', got: {} }],
  ['a list of resources', { Resources: ['A'] }, { ...oneOrMore, message: 'Resources has no resource', got: ['A'] }],
])('refuses %s in place of a template', (_name, template, problem) => {
  expect(shapeProblems(template)).toStrictEqual([problem]);
});

test.each<[string, unknown, object]>([
  ['A', null, { got: 'an empty value' }],
  ['A', [1], { got: 'a list' }],
  ['A', 'T', { got: 'the string "T"' }],
  ['AFn::', [], { got: 'a list' }],
  ['Fn::ForEach::Many', [], { got: 'a list', fix: 'add Transform: AWS::LanguageExtensions' }],
])('refuses the resource %s: %j', (id, value, details) => {
  expect(shapeProblems({ Resources: { [id]: value } })).toStrictEqual([
    {
      code: 'InvalidTemplate',
      path: ['Resources', id],
      message: 'is not a resource',
      expected: 'an object with Type',
      ...details,
    },
  ]);
});

test.each<[string, unknown, string]>([
  ['Type', null, 'a resource type, for example AWS::S3::Bucket'],
  ['Type', 1, 'a resource type, for example AWS::S3::Bucket'],
  ['Properties', [], 'an object'],
  ['Properties', 'x', 'an object'],
  ['DependsOn', 1, 'a logical id or a list of them'],
  ['DependsOn', {}, 'a logical id or a list of them'],
  ['DependsOn', ['B', 1], 'a logical id or a list of them'],
  ['DeletionPolicy', 1, 'Delete, Retain, RetainExceptOnCreate or Snapshot'],
  ['DeletionPolicy', { Ref: 'P' }, 'Delete, Retain, RetainExceptOnCreate or Snapshot'],
])('refuses the %s %j', (field, got, expected) => {
  expect(shapeProblems(resource({ [field]: got }))).toStrictEqual([
    { code: 'InvalidTemplate', path: ['Resources', 'A', field], message: 'cannot be read', expected, got },
  ]);
});

test('refuses a resource without a type', () => {
  expect(shapeProblems({ Resources: { A: {} } })).toStrictEqual([
    {
      code: 'InvalidTemplate',
      path: ['Resources', 'A', 'Type'],
      message: 'required field is missing',
      expected: 'a resource type, for example AWS::S3::Bucket',
    },
  ]);
});

test.each([
  {},
  { Properties: null, DependsOn: null, DeletionPolicy: null },
  { Properties: {}, DependsOn: 'B', DeletionPolicy: 'Retain' },
  { DependsOn: [] },
  { DependsOn: ['B', 'C'] },
])('takes %j', (fields) => {
  expect(shapeProblems(resource(fields))).toEqual([]);
});

test.each<[unknown, number]>([
  ['AWS::LanguageExtensions', 0],
  [['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'], 0],
  ['AWS::Serverless-2016-10-31', 1],
  [null, 1],
])('with the transform %j a policy that is a function is %d problems', (transform, count) => {
  const template = { Transform: transform, ...Object(resource({ DeletionPolicy: { Ref: 'P' } })) } as unknown;
  expect(shapeProblems(template)).toHaveLength(count);
});

test('the transform leaves the other fields as strict as they are', () => {
  const template = { Transform: 'AWS::LanguageExtensions', Resources: { A: { Type: 1 } } };
  expect(shapeProblems(template)).toMatchObject([{ path: ['Resources', 'A', 'Type'], got: 1 }]);
});

test('stops at one problem more than are listed', () => {
  const resources = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`R${index}`, 1]));
  expect(shapeProblems({ Resources: resources })).toHaveLength(21);
});

test.each<[string, unknown, number]>([
  // A macro and a loop are run by whoever builds the graph.
  ['Fn::Transform', undefined, 0],
  ['Fn::Transform', 'AWS::LanguageExtensions', 0],
  ['Fn::ForEach::Many', 'AWS::LanguageExtensions', 0],
  ['Fn::ForEach::Many', ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'], 0],
  ['Fn::ForEach::Many', undefined, 1],
  ['Fn::ForEach::Many', 'AWS::Serverless-2016-10-31', 1],
  ['Fn::Transforms', 'AWS::LanguageExtensions', 1],
  ['AFn::ForEach::', 'AWS::LanguageExtensions', 1],
])('%s in place of a resource, with the transform %j, is %d problems', (id, transform, count) => {
  expect(shapeProblems({ Transform: transform, Resources: { [id]: [], A: { Type: 'T' } } })).toHaveLength(count);
});
