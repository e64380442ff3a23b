import type { AwsEndpointPlan, EnvironmentPlan } from '../../../../lib/plan';
import type { EndpointNote } from '../../../../lib/review/plan-report/endpoint-note';
import { endpointNotes } from '../../../../lib/review/plan-report/endpoint-note';
import { environmentPlan } from '../../../helpers/plan';

const prod = environmentPlan({}, 'prod');
const decided = <T>(value: T, rule = 'a.rule') => ({ value, because: [{ rule, text: rule }], rejected: [] });

/** The note of the endpoint on AWS with some of its plan replaced. */
function onAws(overrides: Partial<AwsEndpointPlan>): EndpointNote {
  const { aws } = prod;
  const chat = aws?.deployment.endpoints.chat;
  if (aws === undefined || chat === undefined) throw new Error('the fixture has no endpoint chat on aws');
  const changed: AwsEndpointPlan = { ...chat, ...overrides };
  const plan: EnvironmentPlan = {
    ...prod,
    aws: { ...aws, deployment: { ...aws.deployment, endpoints: { chat: changed } } },
  };
  const [note] = endpointNotes(plan);
  if (note === undefined) throw new Error('no note');
  return note;
}

test('endpoints of AWS come first, each with the region of its cloud', () => {
  expect(endpointNotes(prod).map(({ key, cloud, region }) => [key, cloud, region])).toEqual([
    ['chat', 'aws', prod.aws?.region.value],
    ['chat', 'azure', prod.azure?.location.value],
  ]);
  const { aws, azure, ...neither } = prod;
  expect([aws, azure]).not.toContain(undefined);
  expect(endpointNotes(neither)).toEqual([]);
});

const instances = (maxInstances: number) => decided({ kind: 'instances' as const, minInstances: 1, maxInstances });

test.each([
  ['more instances than the week needs', 9, 'up to 9'],
  ['as many as the week needs', 3, undefined],
])('scaling is said where it reaches further: %s', (_case, most, growth) => {
  const { cost } = onAws({});
  const week = { ...cost, instances: { ...cost.instances, value: { least: 1, most: 3, mean: 2 } } };
  expect(onAws({ capacity: instances(most), cost: week }).growth).toBe(growth);
});

test('copies that scale to zero say so', () => {
  const capacity = decided({
    kind: 'copies' as const,
    minCopies: 0 as const,
    maxCopies: 2,
    acceleratorsPerCopy: 1,
    minMemoryMiB: 1,
  });
  expect(onAws({ capacity }).growth).toBe('scales to zero when idle');
});

test('a schedule is in the note, and its reasons among the others', () => {
  const action = { name: 'morning', schedule: 'cron(0 7 ? * MON-FRI *)', timeZone: 'Europe/Berlin', minInstances: 4 };
  const scheduledActions = decided([action], 'the.schedule');
  const note = onAws({ scheduledActions });
  expect(note.schedule).toEqual([action]);
  expect(note.arguments).toContain(scheduledActions);
  const { scheduledActions: none, ...bare } = prod.aws?.deployment.endpoints.chat ?? {};
  expect(none).toBeUndefined();
  expect(onAws(bare).schedule).toEqual([]);
});

test('the reasons begin with the size; costs come before energy and failover', () => {
  const failover = {
    role: decided('standby' as const, 'role'),
    peakShareAtOnce: decided(0.5, 'share'),
    secondsUntilFull: decided(60, 'seconds'),
  };
  const gramsCo2ePer1kTokens = decided(0.1, 'grams');
  const { cost, energy } = onAws({});
  const note = onAws({
    failover,
    energy: { peakWatts: decided(1), kwhPerMonth: decided(1), ...energy, gramsCo2ePer1kTokens },
  });
  expect(note.arguments[0]).toBe(prod.aws?.deployment.endpoints.chat?.instanceType);
  expect(note.arguments.slice(-4)).toEqual([
    gramsCo2ePer1kTokens,
    failover.role,
    failover.peakShareAtOnce,
    failover.secondsUntilFull,
  ]);
  expect(note.arguments).toEqual(expect.arrayContaining([cost.instances, cost.usdPerMillionTokens]));
  const primary = { role: decided('primary' as const, 'role') };
  expect(onAws({ failover: primary }).arguments.at(-1)).toBe(primary.role);
});

test('only Azure says what serves, and has no schedule', () => {
  const [aws, azure] = endpointNotes(prod);
  expect(aws?.servedBy).toBeUndefined();
  expect(azure?.servedBy).toMatch(/^published image /);
  expect(azure?.schedule).toEqual([]);
  expect(azure?.arguments[0]).toBe(prod.azure?.deployment.endpoints.chat?.instanceType);
  expect(azure?.arguments[1]).toBe(prod.azure?.deployment.endpoints.chat?.instanceCount);
});

test('other sizes and other services are told apart', () => {
  const { aws } = prod;
  const chat = aws?.deployment.endpoints.chat;
  const note = onAws({});
  expect(note.sizes).toBe(chat?.instanceType.rejected);
  expect(note.services).toBe(chat?.placement.rejected);
  expect(note.service).toBe(chat?.placement.value);
});
