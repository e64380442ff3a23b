import { readAssembly } from '../../../../lib/graph';
import { readTemplate, readTemplateText } from '../../../../lib/graph/text/template-text';

/** Code, line, column and path of every issue. */
function refused(text: string): readonly (readonly unknown[])[] {
  const result = readTemplate(text, 'file');
  return result.ok
    ? []
    : result.issues.map(({ code, location, path }) => [code, location?.line, location?.column, path]);
}

const bucket = '{"Type":"AWS::S3::Bucket"}';

test.each<[string, string, readonly (readonly unknown[])[]]>([
  // What the service would take a part of, or take silently.
  ['JSON cut short', `{"Resources":{"A":${bucket},`, [['MalformedText', 1, 46, 'file']]],
  ['JSON cut short within a string', '{\n "Resources": {"A": {"Type": "AWS::S3', [['MalformedText', 2, 30, 'file']]],
  ['a comma after the last entry', `{"Resources":{\n"A":${bucket},\n}}`, [['MalformedText', 3, 1, 'file']]],
  ['a comment in JSON', `{"Resources":{"A":${bucket}}} // done`, [['MalformedText', 1, 48, 'file']]],
  ['text after the JSON', `{"Resources":{"A":${bucket}}} x`, [['MalformedText', 1, 48, 'file']]],
  [
    'a number JSON has not',
    `{"Resources":{"A":{"Type":"T","Properties":{"n":01}}}}`,
    [['MalformedText', 1, 50, 'file']],
  ],
  [
    'a logical id used twice in JSON',
    `{"Resources":{\n"A":${bucket},\n"A":${bucket}}}`,
    [['DuplicateKey', 3, 1, 'Resources.A']],
  ],
  [
    'keys used twice at any depth in JSON, an escape meaning the same key',
    '{"Resources":{"A":{"Type":"T","Properties":{"x":[{"k":1,"\\u006b":2}]},\n"Type":"U"}}}',
    [
      ['DuplicateKey', 1, 57, 'Resources.A.Properties.x[0].k'],
      ['DuplicateKey', 2, 1, 'Resources.A.Type'],
    ],
  ],
  ['block YAML cut short', 'Resources:\n  A:\n    Type: T\n    Prop', [['MalformedText', 4, 5, 'file']]],
  [
    'block YAML cut short in a resource',
    'Resources:\n  A:\n    Type: T\n    Properties:\n      Poli',
    [['InvalidTemplate', 5, 7, 'Resources.A.Properties']],
  ],
  ['YAML cut short', 'Resources:\n  A: {Type: AWS::S3::Bucket,\n', [['MalformedText', 3, 1, 'file']]],
  ['a quote that is not closed', 'Resources:\n  A:\n    Type: "AWS::S3::Bucket\n', [['MalformedText', 4, 1, 'file']]],
  [
    'a tab as indentation',
    'Resources:\n\tA:\n\t\tType: AWS::S3::Bucket\n',
    [
      ['MalformedText', 2, 1, 'file'],
      ['MalformedText', 3, 1, 'file'],
    ],
  ],
  [
    'a logical id used twice in YAML',
    'Resources:\n  A: {Type: T}\n  B: {Type: T}\n  A: {Type: U}\n',
    [['DuplicateKey', 4, 3, 'Resources.A']],
  ],
  [
    'keys used twice at any depth in YAML, within a short tag too',
    'Resources:\n  A:\n    Type: T\n    Properties:\n      x: !If [c, {k: 1, "k": 2}]\n    Type: U\n',
    [
      ['DuplicateKey', 5, 25, 'Resources.A.Properties.x[1].k'],
      ['DuplicateKey', 6, 5, 'Resources.A.Type'],
    ],
  ],
  ['an unknown short tag', 'Resources:\n  A: {Type: T, Properties: {x: !Nope y}}\n', [['UnknownTag', 2, 32, 'file']]],
  [
    'a tag CloudFormation leaves out',
    'Resources:\n  A: {Type: T, Properties: {x: !!binary aGk=}}\n',
    [['UnknownTag', 2, 32, 'file']],
  ],
  ['several documents', 'Resources:\n  A: {Type: T}\n---\nResources: {}\n', [['MalformedText', 3, 1, 'file']]],
  ['an alias without an anchor', 'Resources:\n  A: {Type: *type}\n', [['MalformedText', 2, 13, 'Resources.A.Type']]],
  [
    'an alias to what holds it',
    'Resources: &r\n  A: {Type: T, Properties: *r}\n',
    [['MalformedText', 2, 28, 'Resources.A.Properties']],
  ],
  [
    '!GetAtt without an attribute',
    'Resources:\n  A: {Type: T, Properties: {x: !GetAtt B}}\n',
    [['MalformedText', 2, 40, 'Resources.A.Properties.x']],
  ],
  [
    'a value JSON has not',
    'Resources:\n  A: {Type: T, Properties: {x: .inf}}\n',
    [['MalformedText', 2, 32, 'Resources.A.Properties.x']],
  ],
  [
    'a key that is not text',
    'Resources:\n  A: {Type: T, Properties: {? [a] : b}}\n',
    [['MalformedText', 2, 31, 'Resources.A.Properties']],
  ],
  // Well formed, and not a template.
  ['an empty file', '', [['InvalidTemplate', 1, 1, 'file']]],
  ['a file of comments', '# nothing\n', [['InvalidTemplate', 1, 1, 'file']]],
  ['a list', '- Resources\n', [['InvalidTemplate', 1, 1, 'file']]],
  ['a scalar', 'Resources\n', [['InvalidTemplate', 1, 1, 'file']]],
  ['no Resources', '{"Description":"x"}', [['InvalidTemplate', 1, 1, 'Resources']]],
  ['Resources without a resource', 'Description: x\nResources: {}\n', [['InvalidTemplate', 2, 12, 'Resources']]],
  [
    'resources the graph cannot read',
    '{"Resources":{\n"A":{"Properties":{}},\n"B":[],\n"C":{"Type":"T","DependsOn":{"A":1}},\n"D":{"Type":"T","DeletionPolicy":{"Ref":"P"}}}}',
    [
      ['InvalidTemplate', 2, 5, 'Resources.A.Type'],
      ['InvalidTemplate', 3, 5, 'Resources.B'],
      ['InvalidTemplate', 4, 29, 'Resources.C.DependsOn'],
      ['InvalidTemplate', 5, 34, 'Resources.D.DeletionPolicy'],
    ],
  ],
  [
    'a resource without a type in YAML',
    'Resources:\n  A:\n    Properties: {}\n',
    [['InvalidTemplate', 3, 5, 'Resources.A.Type']],
  ],
])('refuses %s', (_name, text, issues) => {
  expect(refused(text)).toEqual(issues);
});

test('says what was given, what was expected and the nearest tag', () => {
  expect(readTemplate('Resources:\n  A: {Type: !sub x}\n', 'a.yaml')).toMatchObject({
    ok: false,
    issues: [
      {
        code: 'UnknownTag',
        message: 'CloudFormation has no such tag',
        got: '!sub',
        fix: 'write !Sub',
        location: { file: 'a.yaml', line: 2, column: 13 },
      },
    ],
  });
});

test('lists the first twenty problems and says that there are more', () => {
  const keys = Array.from({ length: 50 }, (_, index) => `"A":${index}`);
  const issues = refused(`{${keys.join(',')}}`);
  expect(issues).toHaveLength(21);
  expect(issues.at(-1)).toEqual(['MoreProblems', undefined, undefined, 'file']);
});

test.each<[string, unknown]>([
  ['!Ref A', { Ref: 'A' }],
  ['!Ref "AWS::Region"', { Ref: 'AWS::Region' }],
  ['!Condition C', { Condition: 'C' }],
  ['!GetAtt A.Arn', { 'Fn::GetAtt': ['A', 'Arn'] }],
  ['!GetAtt A.Endpoint.Address', { 'Fn::GetAtt': ['A', 'Endpoint.Address'] }],
  ['!GetAtt [A, Arn]', { 'Fn::GetAtt': ['A', 'Arn'] }],
  ['!Sub "${A}-x"', { 'Fn::Sub': '${A}-x' }],
  ['!Sub ["${A}-${B}", {B: !Ref C}]', { 'Fn::Sub': ['${A}-${B}', { B: { Ref: 'C' } }] }],
  [
    '!Sub\n        - ${B}\n        - B: !GetAtt C.D.E\n',
    { 'Fn::Sub': ['${B}', { B: { 'Fn::GetAtt': ['C', 'D.E'] } }] },
  ],
  ['!Sub |\n        a\n        ${B}\n', { 'Fn::Sub': 'a\n${B}\n' }],
  ['!If [C, !Ref "AWS::NoValue", {a: [!Ref A]}]', { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, { a: [{ Ref: 'A' }] }] }],
  ['!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
  ['!GetAZs', { 'Fn::GetAZs': '' }],
  [
    '!And [!Not [!Equals [a, b]], !Condition C]',
    { 'Fn::And': [{ 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }, { Condition: 'C' }] },
  ],
  [
    '!Base64 {"Fn::Join": [",", !Split [" ", x]]}',
    { 'Fn::Base64': { 'Fn::Join': [',', { 'Fn::Split': [' ', 'x'] }] } },
  ],
  [
    '!Transform {Name: AWS::Include, Parameters: {Location: !Ref L}}',
    { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: { Ref: 'L' } } } },
  ],
  [
    '!EachMemberIn [!ValueOfAll [T, VpcId], !RefAll T]',
    { 'Fn::EachMemberIn': [{ 'Fn::ValueOfAll': ['T', 'VpcId'] }, { 'Fn::RefAll': 'T' }] },
  ],
])('reads %s as its long form', (short, long) => {
  const text = `Resources:\n  A:\n    Type: T\n    Properties:\n      x: ${short}`;
  expect(readTemplate(text, 'file')).toMatchObject({
    ok: true,
    value: { Resources: { A: { Type: 'T', Properties: { x: long } } } },
  });
});

test('references in short tags are edges of the graph', () => {
  const text = 'Resources:\n  A: {Type: T}\n  B: {Type: T, Properties: {x: !GetAtt A.Arn}}\n';
  const result = readTemplate(text, 'file');
  const nodes = readAssembly([{ environment: 'e', stack: 's', template: result.ok ? result.value : undefined }]);
  expect(nodes.map(({ dependsOn }) => dependsOn)).toEqual([[], ['s/A']]);
});

test('keys keep their text, and an anchor that nothing uses is no problem', () => {
  expect(readTemplateText('a: &a {x: 1}\n012345678901: e\nyes: f\n', 'file')).toEqual({
    ok: true,
    value: { a: { x: 1 }, '012345678901': 'e', yes: 'f' },
    issues: [],
  });
});

test('refuses aliases and merges as CloudFormation does', () => {
  const result = readTemplate('a: &a {x: 1}\nb: *a\nc:\n  <<: {y: 1}\nResources: {A: {Type: T}}', 'file');
  expect(result).toMatchObject({
    ok: false,
    issues: [
      { message: 'YAML aliases are not allowed in CloudFormation templates', location: { line: 2, column: 4 } },
      { message: 'YAML merges (<<) are not allowed in CloudFormation templates', location: { line: 4, column: 3 } },
    ],
  });
});

test.each(['"one\ntwo\n  three"', '"one two\n  three"', "'one\n\ttwo\nthree'"])(
  'reads the quoted text %j whatever its lines are indented by',
  (quoted) => {
    const text = `Resources:\n  A:\n    Type: T\n    Properties:\n      x: ${quoted}\n      y: *none\n`;
    const result = readTemplate(text, 'file');
    expect(result).toMatchObject({ ok: false, issues: [{ got: '*none', location: { column: 10 } }] });
    const { value } = readTemplateText(text.replace('*none', 'z'), 'file') as { value: unknown };
    expect(value).toEqual({ Resources: { A: { Type: 'T', Properties: { x: 'one two three', y: 'z' } } } });
  },
);

test('a quote that is never closed is reported where it begins', () => {
  expect(refused('Resources:\n  A: {Type: "T\n  B: x\n').map(([code]) => code)).toContain('MalformedText');
});

test('JSON keeps what JSON.parse gives, however deep, quoted or named', () => {
  const text =
    '{"Resources":{"A":{"Type":"T","Properties":{"__proto__":{"a\\\\":"\\\\\\"b:\\""},"x":[":",{"{":":"}]}}}}';
  expect(readTemplateText(text, 'file')).toEqual({ ok: true, value: JSON.parse(text) as unknown, issues: [] });
  const deep = `{"Resources":{"A":{"Type":"T","Properties":{"x":${'[{"k":'.repeat(50_000)}{"Ref":"B"}${'}]'.repeat(50_000)}}},"B":{"Type":"T"}}}`;
  const read = readTemplate(deep, 'file');
  const nodes = readAssembly([{ environment: 'e', stack: 's', template: read.ok ? read.value : undefined }]);
  expect(nodes.map(({ dependsOn }) => dependsOn)).toEqual([['s/B'], []]);
});

test.each(['{"a":', 'Resources: '])('refuses an unfinished %s that nests deeper than its parser goes', (start) => {
  expect(refused(`${start}${'['.repeat(100_000)}`).map(([code, line]) => [code, line])).toEqual([['MalformedText', 1]]);
});

test('warns above what CloudFormation takes', () => {
  const template = (bytes: number): string => {
    const around = JSON.stringify({ Resources: { A: { Type: 'T', Metadata: '' } } });
    return around.replace('""', `"${'x'.repeat(bytes - around.length)}"`);
  };
  expect(readTemplate(template(1_000_000), 'file').issues).toEqual([]);
  expect(readTemplate(template(1_000_001), 'file')).toMatchObject({
    ok: true,
    issues: [{ code: 'TemplateAboveQuota', got: '1000001 bytes' }],
  });
});
