import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnyFile } from '../../../bin/project/any-file';

const folder = mkdtempSync(join(tmpdir(), 'llmops-graph-file-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const template = '{"Resources":{"A":{"Type":"AWS::S3::Bucket"}}}';

test.each<[string, string | Buffer]>([
  ['a byte order mark', `\uFEFF${template}`],
  ['the replacement character', template.replace('"Type"', '"Metadata":"\uFFFD","Type"')],
  ['Windows line ends', template.replaceAll(',', ',\r\n')],
])('reads a template with %s', (_name, content) => {
  expect(readAnyFile(file('data.template.json', content))).toMatchObject({
    ok: true,
    value: { graph: [{ environment: 'file', stack: 'data', address: 'data/A' }], templates: [{ stack: 'data' }] },
    issues: [],
  });
});

test.each<[string, string | Buffer, object]>([
  [
    'UTF-16, little end first',
    Buffer.from(`\uFEFF${template}`, 'utf16le'),
    { message: 'is UTF-16 text', location: { line: 1, column: 1 } },
  ],
  ['UTF-16 without a byte order mark', Buffer.from(template, 'utf16le'), { message: 'is UTF-16 text' }],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${template}`, 'utf16le').swap16(), { message: 'is UTF-16 text' }],
  ['an archive', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), { location: { line: 1, column: 2 } }],
  ['a zero byte', 'Resources:\n  A: \0\n', { location: { line: 2, column: 6 } }],
  ['Latin-1', Buffer.from('Description: caf\u00e9\n', 'latin1'), { location: { line: 1, column: 17 } }],
])('refuses %s', (_name, content, issue) => {
  const path = file('text', content);
  expect(readAnyFile(path)).toMatchObject({ ok: false, issues: [{ code: 'FileUnreadable', path, ...issue }] });
});

test('refuses a folder, a file that is not there and a link to nothing', () => {
  symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
  const messages = [folder, join(folder, 'missing'), join(folder, 'link')].map((path) =>
    readAnyFile(path).issues.map(({ code, message }) => `${code}: ${message}`),
  );
  expect(messages).toEqual([
    ['FileUnreadable: is a folder without the manifest of a CDK assembly'],
    ['FileUnreadable: file not found'],
    ['FileUnreadable: file not found'],
  ]);
});

test.each([
  [
    '{"Resources":',
    10_000_001,
    { got: '10.0 MB', expected: 'a template of at most 10.0 MB; the limit of CloudFormation is 1 MB' },
  ],
  ['Resources:\n', 51_000_000, { got: '51.0 MB' }],
  ['{"format_version":"1.2",', 200_000_001, { got: '200.0 MB' }],
  ['apiVersion: v1\nkind: List\n', 10_000_001, { got: '10.0 MB' }],
  ['\n[', 200_000_001, { got: '200.0 MB', expected: 'a graph, plan or state of at most 200.0 MB' }],
])('refuses the size of a file that begins with %j and has %d bytes, before it is parsed', (start, bytes, issue) => {
  const path = file('large', start);
  truncateSync(path, bytes);
  expect(readAnyFile(path)).toMatchObject({ ok: false, issues: [{ code: 'FileTooLarge', path, ...issue }] });
});

test('reads no more of an endless device than its limit', () => {
  expect(readAnyFile('/dev/zero')).toMatchObject({
    ok: false,
    issues: [{ code: 'FileTooLarge', got: 'more than 10.0 MB' }],
  });
});

describe('finds the format of a file', () => {
  const arm = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  const pulumi = { urn: 'urn:pulumi:dev::p::aws:s3/bucket:Bucket::b', type: 'aws:s3/bucket:Bucket', custom: true };
  const terraform = {
    root_module: { resources: [{ address: 'aws_s3_bucket.b', mode: 'managed', type: 'aws_s3_bucket' }] },
  };
  const node = {
    environment: 'e',
    cloud: 'aws',
    stack: 's',
    address: 's/a',
    type: 't',
    properties: {},
    dependsOn: [],
    stateful: false,
    retained: false,
  };

  test.each<[string, string, object | string]>([
    ['graph', 'g.json', [node]],
    ['graph', 'g.json', { version: 1, resources: [node] }],
    ['terraform-plan', 'p.json', { format_version: '1.2', planned_values: terraform }],
    ['terraform-state', 's.json', { format_version: '1.0', values: terraform }],
    ['pulumi-state', 's.json', { version: 3, deployment: { resources: [pulumi] } }],
    ['pulumi-preview', 'p.json', { steps: [{ op: 'create', urn: pulumi.urn, newState: pulumi }] }],
    ['pulumi-recording', 'r.json', { project: 'p', stack: 's', registrations: [pulumi] }],
    ['arm', 'main.json', { $schema: arm, resources: [{ type: 'Microsoft.Search/searchServices', name: 'a' }] }],
    ['kubernetes', 'k.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n'],
    ['kubernetes', 'k.json', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }],
    ['cloudformation', 't.json', template],
  ])('%s in %s', (format, name, content) => {
    const read = readAnyFile(file(name, typeof content === 'string' ? content : JSON.stringify(content)));
    expect(read).toMatchObject({ ok: true, value: { format }, issues: [] });
    expect(read.ok && read.value.graph.length).toBe(1);
  });

  test('a change set has verdicts and no resources', () => {
    const change = { ResourceChange: { Action: 'Add', LogicalResourceId: 'A', ResourceType: 'AWS::S3::Bucket' } };
    expect(readAnyFile(file('set.json', JSON.stringify({ Changes: [change] })))).toMatchObject({
      value: { format: 'change-set', graph: [], verdicts: [{ address: 'set/A' }] },
    });
  });

  test.each<[string, object, string, object]>([
    [
      'a state of Terraform itself',
      { version: 4, terraform_version: '1.9.0', lineage: 'x', resources: [] },
      'InvalidDocument',
      { fix: 'terraform show -json > state.json' },
    ],
    ['schemas of providers', { format_version: '1.0', provider_schemas: {} }, 'InvalidDocument', {}],
    ['parameters of ARM', { $schema: 'https://x/deploymentParameters.json#', parameters: {} }, 'InvalidDocument', {}],
    [
      'a manifest of the CDK',
      { version: '48.0.0', artifacts: {} },
      'InvalidDocument',
      { fix: 'give the folder, such as cdk.out' },
    ],
    [
      'another major version of a plan',
      { format_version: '2.0', planned_values: {} },
      'DocumentVersionUnsupported',
      { got: '2.0', location: { line: 1 } },
    ],
    ['a wrong version of a plan', { format_version: { a: 1 }, planned_values: {} }, 'DocumentVersionUnsupported', {}],
    ['another version of a state', { version: 1, deployment: {} }, 'DocumentVersionUnsupported', { got: 1 }],
    [
      'another version of a graph',
      { version: 2, resources: [] },
      'DocumentVersionUnsupported',
      { expected: 'version 1' },
    ],
    [
      'a wrong node of a graph',
      { version: 1, resources: [{ ...node, cloud: 'sky' }] },
      'InvalidGraphNode',
      { path: 'resources[0].cloud' },
    ],
  ])('refuses %s', (_name, content, code, issue) => {
    expect(readAnyFile(file('near.json', JSON.stringify(content)))).toMatchObject({
      ok: false,
      issues: [{ code, ...issue }],
    });
  });

  test('refuses a document that nests deeper than the call stack', () => {
    const deep = `{"format_version":"1.0","values":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`;
    expect(readAnyFile(file('deep.json', deep))).toMatchObject({ ok: false, issues: [{ code: 'DocumentTooDeep' }] });
  });

  test('an ARM template takes the parameters beside it', () => {
    file('with.parameters.json', JSON.stringify({ parameters: { name: { value: 'given' } } }));
    const resources = [{ type: 'Microsoft.Search/searchServices', name: "[parameters('name')]" }];
    const content = { $schema: arm, parameters: { name: { type: 'string' } }, resources };
    expect(readAnyFile(file('with.json', JSON.stringify(content, undefined, 1)))).toMatchObject({
      value: { graph: [{ properties: { searchServiceName: 'given' }, place: { line: 9 } }] },
    });
  });
});
