import { isoToday } from '../../../bin/project/today';

test.each([
  ['0', '1970-01-01'],
  ['1796083200', '2026-12-01'],
  ['1796083199', '2026-11-30'],
])('SOURCE_DATE_EPOCH %s is the day %s', (epoch, day) => {
  expect(isoToday(epoch)).toBe(day);
});

test.each(['', 'yesterday', '-1', '1.5', '99999999999999'])('the value %p is not used', (epoch) => {
  expect(isoToday(epoch) >= '2026-11-30').toBe(true);
});
