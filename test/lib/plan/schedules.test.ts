import { settle } from '../../../lib/plan';
import { awsPlan, azurePlan } from '../../helpers/plan';
import { platform } from '../../helpers/platform';

const { knowledge = {}, tuning = {} } = platform();
const ingested = Object.fromEntries(
  Object.entries(knowledge).map(([key, base]) => [key, { ...base, ingestion: { everyMinutes: 60 } }]),
);
const tuned = Object.fromEntries(
  Object.entries(tuning).map(([key, job]) => [key, { ...job, schedule: { cron: '0 3 * * 0' } }]),
);

test('both clouds ingest on the schedule, each in its words', () => {
  const overrides = { knowledge: ingested };
  expect(Object.values(settle(awsPlan(overrides).knowledge.bases))[0]).toMatchObject({
    ingestionSchedule: { expression: 'rate(1 hour)', timeZone: 'UTC' },
  });
  expect(Object.values(settle(azurePlan(overrides).deployment.search))[0]).toMatchObject({ indexerInterval: 'PT60M' });
});

test('a tuning job is started on its schedule', () => {
  expect(Object.values(settle(awsPlan({ tuning: tuned }).tuning.jobs))[0]).toMatchObject({
    schedule: { expression: 'cron(0 3 ? * SUN *)' },
  });
});

test('the topic of alarms is handed to the stacks that tell, and to no other', () => {
  const consumersOf = (overrides: Parameters<typeof awsPlan>[0]) =>
    settle(awsPlan(overrides).handOffs).find(({ name }) => name === 'foundation/alarm-topic-arn')?.consumers;
  expect(consumersOf({ knowledge: ingested, tuning: tuned })).toEqual(expect.arrayContaining(['knowledge', 'tuning']));
  expect(consumersOf({})).not.toContain('knowledge');
});

test('without a schedule the plan says nothing', () => {
  expect(Object.values(awsPlan({ knowledge }).knowledge.bases)[0]).not.toHaveProperty('ingestionSchedule');
  expect(Object.values(azurePlan({ knowledge }).deployment.search)[0]).not.toHaveProperty('indexerInterval');
});
