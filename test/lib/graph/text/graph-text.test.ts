import type { ResourceNode } from '../../../../lib/graph';
import { isGraphText } from '../../../../lib/graph/document-format';
import { readGraphText } from '../../../../lib/graph/text/graph-text';

const node: ResourceNode = {
  environment: 'dev',
  cloud: 'aws',
  stack: 'data',
  address: 'data/Bucket',
  type: 'AWS::S3::Bucket',
  properties: { Tags: [{ Key: 'a' }] },
  dependsOn: [],
  stateful: true,
  retained: true,
};

test('reads what llmops graph writes, the source of a node too', () => {
  const graph = [node, { ...node, address: 'data/Other', source: 'Dev/Data' }];
  expect(readGraphText(JSON.stringify(graph, undefined, 2), 'file')).toEqual({ ok: true, value: graph, issues: [] });
});

test('names every wrong node with its place, what it has and what it should have', () => {
  const incomplete = { ...node, stateful: undefined };
  const text = `[\n${[
    JSON.stringify({ ...node, cloud: 'gcp', dependsOn: ['data/A', 7] }),
    JSON.stringify(incomplete),
    JSON.stringify({ ...node, properties: [] }),
    '42',
  ].join(',\n')}\n]`;
  const line = JSON.stringify({ ...node, cloud: 'gcp', dependsOn: ['data/A', 7] });
  const invalid = { code: 'InvalidGraphNode' };
  const at = (row: number, column: number): object => ({ location: { file: 'file', line: row, column } });
  const wrong = { ...invalid, message: 'has a wrong value' };
  expect(readGraphText(text, 'file')).toEqual({
    ok: false,
    issues: [
      {
        ...wrong,
        path: '[0].cloud',
        got: 'gcp',
        expected: '"aws", "azure", "kubernetes" or "other"',
        ...at(2, line.indexOf('"gcp"') + 1),
      },
      { ...wrong, path: '[0].dependsOn[1]', got: 7, expected: 'a list of addresses', ...at(2, line.indexOf('7]') + 1) },
      {
        ...invalid,
        path: '[1].stateful',
        message: 'required field is missing',
        expected: 'true or false',
        ...at(3, 1),
      },
      {
        ...wrong,
        path: '[2].properties',
        got: 'a list',
        expected: 'an object',
        ...at(4, JSON.stringify(node).indexOf('{"Tags"') + 1),
      },
      {
        ...invalid,
        path: '[3]',
        message: 'is not a node',
        got: 42,
        expected: 'a resource as `llmops graph` writes it',
        ...at(5, 1),
      },
    ],
  });
});

test('refuses a graph cut short and a key used twice', () => {
  const text = JSON.stringify([node]);
  expect(readGraphText(text.slice(0, -2), 'file')).toMatchObject({
    ok: false,
    issues: [{ code: 'MalformedText', got: 'the end of the file', location: { line: 1, column: text.length - 1 } }],
  });
  expect(readGraphText(text.replace('"Key":"a"', '"Key":"a","Key":"b"'), 'file')).toMatchObject({
    ok: false,
    issues: [{ code: 'DuplicateKey', path: '[0].properties.Tags[0].Key' }],
  });
});

test.each([
  ['[]', true],
  ['\n  [{', true],
  ['{"Resources":[]}', false],
  ['- a', false],
])('%j is a graph file: %s', (text, expected) => {
  expect(isGraphText(text)).toBe(expected);
});

test.each([
  [null, 'has a wrong value', null],
  ['a text', 'has a wrong value', 'a text'],
  [[], 'has a wrong value', 'a list'],
  [undefined, 'required field is missing', undefined],
])('refuses the properties %j', (properties, message, got) => {
  const result = readGraphText(JSON.stringify([{ ...node, properties }]), 'file');
  expect(result.issues).toHaveLength(1);
  expect(result.issues[0]).toMatchObject({ path: '[0].properties', message, expected: 'an object' });
  expect(result.issues[0]?.got).toBe(got);
  expect(Object.hasOwn(result.issues[0] ?? {}, 'got')).toBe(got !== undefined);
});

test('says the kind of a list or an object in the place of a text', () => {
  const result = readGraphText(JSON.stringify([{ ...node, stack: {}, type: [], address: null }]), 'file');
  expect(result.issues.map(({ path, got }) => [path, got])).toEqual([
    ['[0].stack', 'an object'],
    ['[0].address', null],
    ['[0].type', 'a list'],
  ]);
});

test.each([
  [20, 20, undefined],
  [21, 21, 'MoreProblems'],
  [40, 21, 'MoreProblems'],
])('%d wrong nodes are %d issues', (wrong, count, code) => {
  const { issues } = readGraphText(JSON.stringify(Array.from({ length: wrong }, () => 1)), 'file');
  expect(issues).toHaveLength(count);
  expect(issues[20]?.code).toBe(code);
});
