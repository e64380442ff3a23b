import { testCases } from './case';

// Changes, failures, ways back.
testCases('day-2', [
  'day-2-D01',
  'day-2-D02',
  'day-2-D03',
  'day-2-D04',
  'day-2-D05',
  'day-2-D06',
  'day-2-D07',
  'day-2-D08',
  'day-2-D09',
  'day-2-D10',
  'day-2-rehearsal',
]);
