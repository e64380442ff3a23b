import type { EnvironmentPlan } from '../../../../lib/plan';
import { carbon } from '../../../../lib/review/concern/carbon';
import { concernsBetween } from '../../../helpers/concerns';

/** As much of a plan as the family reads: kilograms by endpoint. */
function planOf(endpoints: Readonly<Record<string, number | undefined>>): EnvironmentPlan {
  const planned = Object.fromEntries(
    Object.entries(endpoints).map(([name, value]) => [
      name,
      value === undefined ? {} : { energy: { kgCo2ePerMonth: { value, because: [] } } },
    ]),
  );
  return { environment: 'dev', aws: { deployment: { endpoints: planned } } } as unknown as EnvironmentPlan;
}

const said = (before: EnvironmentPlan, after: EnvironmentPlan): readonly string[] =>
  concernsBetween(carbon, [], [], { plans: { before: [before], after: [after] } }).map(
    ({ address, before: was, after: is, message }) => [address, was, is, message.split(', ')[0]].join(' | '),
  );

test('carbon before and after, with what it changes by', () => {
  expect(said(planOf({ chat: 100 }), planOf({ chat: 250.44 }))).toEqual([
    'aws.endpoints.chat | 100 kg CO2e a month | 250 kg CO2e a month | carbon of chat: +150 kg CO2e a month',
  ]);
  expect(said(planOf({ chat: 100 }), planOf({}))).toEqual([
    'aws.endpoints.chat | 100 kg CO2e a month | no such endpoint | carbon of chat: -100 kg CO2e a month',
  ]);
});

test('an unknown figure is never zero', () => {
  expect(said(planOf({ chat: 100 }), planOf({ chat: undefined }))).toEqual([
    'aws.endpoints.chat | 100 kg CO2e a month | unknown | carbon of chat: unknown',
  ]);
  expect(said(planOf({}), planOf({ chat: undefined }))).toEqual([
    'aws.endpoints.chat | no such endpoint | unknown | carbon of chat: unknown',
  ]);
});

test('what stays the same is not said', () => {
  expect(said(planOf({ chat: 1, other: undefined }), planOf({ chat: 1, other: undefined }))).toEqual([]);
  expect(concernsBetween(carbon, [], [])).toEqual([]);
});
