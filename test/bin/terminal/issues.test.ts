import pc from 'picocolors';
import { reportIssues } from '../../../bin/terminal/issues';
import type { Issue } from '../../../lib/platform';

function reported(got: unknown): string {
  return reportedIssue({ path: 'a.b', got });
}

function reportedIssue(issue: Pick<Issue, 'path' | 'got' | 'location'>): string {
  const lines: string[] = [];
  reportIssues([{ code: 'WrongType', message: 'must be a number', expected: 'a number', ...issue }], {
    out: () => undefined,
    err: (text) => lines.push(text),
    setExitCode: () => undefined,
    columns: 100,
    style: pc.createColors(false),
  });
  return lines.join('\n');
}

test.each([
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [0.5, '0.5'],
  [null, 'null'],
  ['8', '"8"'],
  [10n, '10n'],
  [{ a: [10n] }, '{"a":["10n"]}'],
  [Symbol('x'), 'Symbol(x)'],
])('what was written is shown as it was written: %p', (got, shown) => {
  expect(reported(got)).toContain(`  got       ${shown}\n`);
});

test.each([
  ['a.json', 'error a.json:3:7: must be a number  [WrongType]'],
  ['Resources.A', 'error a.json:3:7: Resources.A: must be a number  [WrongType]'],
])('an issue with a place in a file names the file once, with line and column: %s', (path, shown) => {
  expect(reportedIssue({ path, location: { file: 'a.json', line: 3, column: 7 } })).toContain(shown);
});
