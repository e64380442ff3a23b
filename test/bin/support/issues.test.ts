import { reportIssues } from '../../../bin/support/issues';
import pc from 'picocolors';

function reported(got: unknown): string {
  const lines: string[] = [];
  reportIssues([{ code: 'WrongType', path: 'a.b', message: 'must be a number', got, expected: 'a number' }], {
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
