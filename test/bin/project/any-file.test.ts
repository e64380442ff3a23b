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
    ['FileUnreadable: is a folder'],
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
