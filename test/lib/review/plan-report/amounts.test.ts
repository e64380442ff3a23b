import { cents, counted, figure, grouped, milliseconds, usd } from '../../../../lib/review/plan-report/amounts';

test.each([
  [grouped(1234567), '1,234,567'],
  [grouped(999), '999'],
  [grouped(1234.5678), '1,234.5678'],
  [figure(0.30263), '0.303'],
  [figure(3.094), '3.09'],
  [figure(68.14), '68.1'],
  [figure(7671.6), '7,672'],
  [figure(0), '0'],
  [usd(7671.6), '$7,672'],
  [usd(3.0943), '$3.09'],
  [usd(0), '$0'],
  [cents(18.0803), '$18.08'],
  [cents(1234.5), '$1,234.50'],
  [cents(13), '$13'],
  [milliseconds(7.23), '7.2 ms'],
  [milliseconds(4000), '4,000 ms'],
  [counted(1, 'copy', 'copies'), '1 copy'],
  [counted(0, 'replica'), '0 replicas'],
])('%s is written as %s', (text, expected) => {
  expect(text).toBe(expected);
});
