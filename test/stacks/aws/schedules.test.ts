import { at, onlyResource, resourcesOf, stageTemplates } from '../../helpers/aws-app';
import { knowledgeBaseSlice, settledPlan, tuningJobSlice } from '../../helpers/aws-plan-fixture';

const schedule = { expression: 'rate(1 hour)', timeZone: 'UTC' };
const scheduled = stageTemplates(
  settledPlan('prod', {
    knowledge: { bases: { handbook: knowledgeBaseSlice({ ingestionSchedule: schedule }) } },
    tuning: { jobs: { lora: tuningJobSlice({ schedule }) } },
  }),
);
const plain = stageTemplates(settledPlan('prod'));

test.each(['knowledge', 'tuning'] as const)('%s starts on the schedule of the plan and tells the topic', (stack) => {
  const template = scheduled[stack];
  if (template === undefined) throw new Error(`no ${stack}`);
  expect(onlyResource(template, 'AWS::Scheduler::Schedule').Properties).toMatchObject({
    ScheduleExpression: schedule.expression,
  });
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
  expect(alarms).toHaveLength(2);
  for (const [, { Properties }] of alarms)
    expect(JSON.stringify(at(Properties, 'AlarmActions'))).toMatch(/alarmtopicarn/i);
});

test.each(['knowledge', 'tuning'] as const)('%s has none of it without a schedule', (stack) => {
  const template = plain[stack];
  if (template === undefined) throw new Error(`no ${stack}`);
  expect(Object.keys(template.Parameters).filter((id) => /alarm/i.test(id))).toEqual([]);
  for (const type of ['AWS::Scheduler::Schedule', 'AWS::CloudWatch::Alarm'])
    expect(resourcesOf(template, type)).toEqual([]);
});
