import { testCases } from './case';

// The AWS half, judged from outside.
testCases('aws', [
  'aws-01',
  'aws-02',
  'aws-03',
  'aws-04',
  'aws-05',
  'aws-06',
  'aws-07',
  'aws-08',
  'aws-09',
  'aws-10',
  'aws-11',
  'aws-12',
  'aws-13',
  'aws-14',
  'aws-15',
  'aws-16',
  'aws-17',
  'aws-apps',
  'aws-peers',
  'aws-review-rules',
  'aws-synthesis',
]);
