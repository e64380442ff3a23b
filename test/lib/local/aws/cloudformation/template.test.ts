import { parseTemplate } from '../../../../../lib/local/aws/cloudformation/template';

const topic = { Type: 'AWS::SNS::Topic' };
const parse = (sections: Readonly<Record<string, unknown>>) =>
  parseTemplate(JSON.stringify({ Resources: { T: topic }, ...sections }));

test('gives a resource its fields, and defaults for those it leaves out', () => {
  const { resources } = parse({
    Resources: {
      Full: {
        Type: 'AWS::S3::Bucket',
        Properties: { BucketName: 'b' },
        DependsOn: ['Plain', 'Other'],
        Condition: 'Prod',
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Snapshot',
        Metadata: { a: 1 },
        CreationPolicy: {},
        UpdatePolicy: {},
      },
      Plain: { ...topic, DependsOn: 'Other' },
      Other: topic,
    },
  });
  expect(resources.get('Full')).toEqual({
    logicalId: 'Full',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'b' },
    dependsOn: ['Plain', 'Other'],
    condition: 'Prod',
    deletionPolicy: 'Retain',
    updateReplacePolicy: 'Snapshot',
    metadata: { a: 1 },
    creationPolicy: {},
  });
  expect(resources.get('Plain')).toEqual({
    logicalId: 'Plain',
    type: 'AWS::SNS::Topic',
    properties: {},
    dependsOn: ['Other'],
    condition: undefined,
    deletionPolicy: 'Delete',
    updateReplacePolicy: 'Delete',
    metadata: undefined,
  });
});

test('gives an output its fields, and a template its sections', () => {
  const template = parse({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'about',
    Parameters: { P: { Type: 'String' } },
    Mappings: { M: {} },
    Conditions: { C: {} },
    Rules: { R: {} },
    Metadata: {},
    Outputs: {
      Full: { Value: 'v', Description: 'd', Export: { Name: 'n' }, Condition: 'C' },
      Plain: { Value: 1 },
    },
  });
  expect(template).toMatchObject({
    description: 'about',
    languageExtensions: false,
    parameters: { P: { Type: 'String' } },
    mappings: { M: {} },
    conditions: { C: {} },
    rules: { R: {} },
  });
  expect([...template.outputs.values()]).toEqual([
    { name: 'Full', value: 'v', description: 'd', exportName: 'n', condition: 'C' },
    { name: 'Plain', value: 1, description: undefined, exportName: undefined, condition: undefined },
  ]);
});

test.each([
  [undefined, false],
  ['AWS::LanguageExtensions', true],
  [['AWS::LanguageExtensions'], true],
])('with transform %j language extensions are on: %s', (transform, on) => {
  expect(parse(transform === undefined ? {} : { Transform: transform }).languageExtensions).toBe(on);
});

test.each(['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'])('accepts deletion policy %s', (policy) => {
  expect(parse({ Resources: { T: { ...topic, DeletionPolicy: policy } } }).resources.get('T')?.deletionPolicy).toBe(
    policy,
  );
});

const output = (value: unknown) => ({ Outputs: { O: value } });
const resource = (value: unknown) => ({ Resources: { T: value } });
test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['an unknown section', { Resorces: {}, Extra: {} }, 'Invalid template property or properties [Resorces, Extra]'],
  [
    'another format version',
    { AWSTemplateFormatVersion: '2011-01-01' },
    'Template format error: unsupported value for AWSTemplateFormatVersion: 2011-01-01',
  ],
  ['no resource', { Resources: {} }, 'Template format error: At least one Resources member must be defined.'],
  ['a section that is a list', { Outputs: [] }, 'Template format error: Outputs must be an object.'],
  [
    'a transform among known ones',
    { Transform: ['AWS::LanguageExtensions', 'My::Macro'] },
    'No transform named My::Macro found. (/Transform; the local cloud runs AWS::LanguageExtensions only)',
  ],
  [
    'a logical id with a hyphen',
    { Resources: { 'my-topic': topic } },
    'Template format error: Resource name my-topic is non alphanumeric.',
  ],
  ['a resource that is text', resource('x'), 'Template format error: resource T must be an object.'],
  [
    'an unknown field of a resource',
    resource({ ...topic, Tpye: 1 }),
    "Invalid template resource property 'Tpye' in resource T",
  ],
  [
    'a resource without a type',
    resource({}),
    'Template format error: [/Resources/T] Every Resources object must contain a Type member.',
  ],
  [
    'properties that are a list',
    resource({ ...topic, Properties: [] }),
    'Template format error: [/Resources/T/Properties] must be an object.',
  ],
  [
    'an unknown deletion policy',
    resource({ ...topic, DeletionPolicy: 'Keep' }),
    'Template error: DeletionPolicy of resource T has the unknown value "Keep": one of Delete, Retain, RetainExceptOnCreate, Snapshot',
  ],
  [
    'an unknown replacement policy',
    resource({ ...topic, UpdateReplacePolicy: 1 }),
    'Template format error: Every UpdateReplacePolicy member must be a string. (/Resources/T/UpdateReplacePolicy)',
  ],
  [
    'a dependency that is not text',
    resource({ ...topic, DependsOn: ['A', 1] }),
    'Template format error: [/Resources/T/DependsOn] must be a string or a list of strings.',
  ],
  [
    'a condition that is not text',
    resource({ ...topic, Condition: {} }),
    'Template format error: [/Resources/T/Condition] Every Condition member must be a string.',
  ],
  [
    'an output that is text',
    output('x'),
    'Template format error: [/Outputs/O] Every Outputs member must contain a Value object.',
  ],
  [
    'an output without a value',
    output({}),
    'Template format error: [/Outputs/O] Every Outputs member must contain a Value object.',
  ],
  [
    'an output whose value is null',
    output({ Value: null }),
    'Template format error: [/Outputs/O] Every Outputs member must contain a Value object.',
  ],
  [
    'an unknown field of an output',
    output({ Value: 1, Exprot: 1 }),
    "Invalid template output property 'Exprot' in output O",
  ],
  [
    'an export without a name',
    output({ Value: 1, Export: {} }),
    'Template format error: [/Outputs/O/Export] must contain a Name.',
  ],
  [
    'an export that is text',
    output({ Value: 1, Export: 'n' }),
    'Template format error: [/Outputs/O/Export] must contain a Name.',
  ],
  [
    'an output condition that is not text',
    output({ Value: 1, Condition: 1 }),
    'Template format error: [/Outputs/O/Condition] Every Condition member must be a string.',
  ],
])('fails on %s', (_name, sections, message) => {
  expect(() => parse(sections)).toThrow(expect.objectContaining({ code: 'ValidationError', message }) as Error);
});

test.each([
  ['Outputs', 200, (index: number) => ({ Value: index })],
  ['Parameters', 200, () => ({ Type: 'String' })],
  ['Mappings', 200, () => ({})],
  ['Resources', 500, () => topic],
])('%s may have %i members', (name, limit, member) => {
  const section = (count: number) => ({
    [name]: Object.fromEntries(Array.from({ length: count }, (_unused, index) => [`M${index}`, member(index)])),
  });
  expect(() => parse(section(limit))).not.toThrow();
  expect(() => parse(section(limit + 1))).toThrow(
    `Template format error: Number of ${name.toLowerCase()}, ${limit + 1}, is greater than maximum allowed, ${limit}`,
  );
});

test('a template may have 1,000,000 bytes', () => {
  const text = JSON.stringify({ Description: '', Resources: { T: topic } });
  const padded = (bytes: number) => text + ' '.repeat(bytes - text.length);
  expect(() => parseTemplate(padded(1_000_000))).not.toThrow();
  expect(() => parseTemplate(padded(1_000_001))).toThrow('Template may not exceed 1000000 bytes in size, got 1000001.');
});

test.each(['- a', '"text"', '12'])('fails on the text %j, which is no object', (text) => {
  expect(() => parseTemplate(text)).toThrow('Template format error: unsupported structure.');
});
