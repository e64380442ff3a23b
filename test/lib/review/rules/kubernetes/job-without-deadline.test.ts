import { jobWithoutDeadline } from '../../../../../lib/review/rules/kubernetes/job-without-deadline';
import { manifestFound } from '../../../../helpers/manifest-found';

const job = (spec: object) => [{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec }];
const cron = (spec: object) => [
  { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'a' }, spec: { jobTemplate: { spec } } },
];

test('a job without a deadline is found, and one with it is not', () => {
  expect(manifestFound(jobWithoutDeadline, job({}))).toEqual(['spec.activeDeadlineSeconds']);
  expect(manifestFound(jobWithoutDeadline, job({ activeDeadlineSeconds: 60 }))).toEqual([]);
  expect(manifestFound(jobWithoutDeadline, cron({}))).toEqual(['spec.jobTemplate.spec.activeDeadlineSeconds']);
});
