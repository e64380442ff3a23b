import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAnyFile } from '../../../bin/project/any-file';

const folder = mkdtempSync(join(tmpdir(), 'llmops-template-file-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function addresses(path: string) {
  const read = readAnyFile(path);
  const graph = read.ok ? read.value.graph : [];
  return {
    addresses: graph.map(({ environment, address }) => `${environment} ${address}`),
    codes: read.issues.map(({ code }) => code),
  };
}

const table = 'Resources:\n  Table:\n    Type: AWS::DynamoDB::Table\n';
const nested = (location: string) => ({
  Resources: { N: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: location } } },
});

test('reads nested templates beside a template, with file and line', () => {
  file('nested/inner.yaml', table);
  const path = file(
    'outer.yaml',
    'Resources:\n  Data:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./nested/inner.yaml\n',
  );
  const read = readAnyFile(path);
  expect(read).toMatchObject({
    ok: true,
    value: {
      format: 'cloudformation',
      graph: [
        { address: 'outer/Data', place: { file: path, line: 3 } },
        {
          address: 'outer/Data/Table',
          stack: 'outer/Data',
          place: { file: join(folder, 'nested/inner.yaml'), line: 3 },
        },
      ],
      templates: [{ stack: 'outer' }, { stack: 'outer/Data' }],
    },
    issues: [],
  });
});

test('a nested template in a bucket, one that is missing and one that is wrong leave a warning, and the rest is read', () => {
  file('wrong.yaml', 'Resources: [\n');
  expect(addresses(file('bucket.json', nested('https://bucket.s3.amazonaws.com/a.json')))).toEqual({
    addresses: ['file bucket/N'],
    codes: ['NestedTemplateUnread'],
  });
  expect(addresses(file('missing.json', nested('gone.yaml')))).toMatchObject({ codes: ['NestedTemplateUnread'] });
  expect(addresses(file('damaged.json', nested('wrong.yaml')))).toEqual({
    addresses: ['file damaged/N'],
    codes: ['MalformedText', 'NestedTemplateUnread'],
  });
});

test('templates in a circle end, and an issue says so', () => {
  file('b.json', nested('a.json'));
  expect(addresses(file('a.json', nested('b.json')))).toEqual({
    addresses: ['file a/N', 'file a/N/N'],
    codes: ['NestedTemplateCycle'],
  });
});

describe('a folder of the CDK', () => {
  const stack = (templateFile: string, displayName: string) => ({
    type: 'aws:cloudformation:stack',
    displayName,
    properties: { templateFile },
  });
  const parameter = { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/p/key' };

  test('is read with its stages, its nested stacks and the edges between its stacks', () => {
    file('cdk.out/manifest.json', {
      artifacts: {
        'assembly-dev': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-dev' } },
        back: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } },
        lone: stack('lone.template.json', 'lone'),
        empty: stack('empty.template.json', 'empty'),
        tree: { type: 'cdk:tree' },
      },
    });
    file('cdk.out/empty.template.json', { Parameters: {} });
    file('cdk.out/lone.template.json', { Resources: { A: { Type: 'T' } } });
    file('cdk.out/assembly-dev/manifest.json', {
      artifacts: { d1: stack('one.template.json', 'dev/one (dev-one)'), d2: stack('two.template.json', 'dev/two') },
    });
    file('cdk.out/assembly-dev/one.template.json', {
      Resources: {
        Key: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/p/key' } },
        Nested: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: { 'Fn::Sub': 'https://x/${AWS::Region}' } },
          Metadata: { 'aws:asset:path': 'one.nested.template.json', 'aws:asset:property': 'TemplateURL' },
        },
      },
    });
    file('cdk.out/assembly-dev/one.nested.template.json', { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } });
    file('cdk.out/assembly-dev/two.template.json', {
      Parameters: { P: parameter },
      Resources: { Reader: { Type: 'T', Properties: { Key: { Ref: 'P' } } } },
    });
    expect(addresses(join(folder, 'cdk.out'))).toEqual({
      addresses: ['dev one/Key', 'dev one/Nested', 'dev one/Nested/Table', 'dev two/Reader', 'file lone/A'],
      codes: [],
    });
    const read = readAnyFile(join(folder, 'cdk.out'));
    expect(read.ok ? read.value.graph.find(({ address }) => address === 'two/Reader')?.dependsOn : []).toEqual([
      'one/Key',
    ]);
  });

  test('finds the nested template by the hash of its asset, where the template does not name it', () => {
    const hash = 'ab'.repeat(32);
    file('hashed/manifest.json', { artifacts: { a: stack('a.template.json', 'a') } });
    file('hashed/a.assets.json', { files: { [hash]: { source: { path: 'a.nested.template.json' } } } });
    file('hashed/a.template.json', {
      Resources: {
        N: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: { 'Fn::Sub': `https://x/${hash}.json` } } },
      },
    });
    file('hashed/a.nested.template.json', { Resources: { Table: { Type: 'AWS::DynamoDB::Table' } } });
    expect(addresses(join(folder, 'hashed'))).toEqual({ addresses: ['file a/N', 'file a/N/Table'], codes: [] });
  });

  test.each<[string, object | string, string]>([
    ['without stacks', { artifacts: {} }, 'InvalidDocument'],
    ['with another manifest', { name: 'app' }, 'InvalidDocument'],
    ['with a damaged manifest', '{', 'MalformedText'],
    ['whose template is missing', { artifacts: { a: stack('gone.json', 'a') } }, 'FileUnreadable'],
  ])('%s is refused', (name, manifest, code) => {
    file(`${name}/manifest.json`, manifest);
    expect(addresses(join(folder, name))).toEqual({ addresses: [], codes: [code] });
  });
});
