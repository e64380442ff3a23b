import type { Issue } from '../../platform';
import type { EndpointRequest } from '../endpoint/endpoint-context';
import { scheduleOf } from '../endpoint/schedule';
import type { AnswerLimit } from '../endpoint/slow-answers';
import { slowAnswers } from '../endpoint/slow-answers';
import { azureMlRequestSeconds } from '../endpoint/timeouts';
import type { Size } from '../sizing';

const answers: AnswerLimit = {
  seconds: azureMlRequestSeconds,
  cuts: 'Azure Machine Learning cuts requests',
  fix: 'limit the length of answers',
};

/** Requests that Azure Machine Learning, or this kit's support of it, cannot honour. */
export function azureMlIssues(
  request: Pick<EndpointRequest, 'key' | 'endpoint'>,
  size: Size,
  instances: number,
): readonly Issue[] {
  return [...slowAnswers(request, size, answers), ...scheduleNotDeployed(request, instances)];
}

function scheduleNotDeployed(
  { key, endpoint }: Pick<EndpointRequest, 'key' | 'endpoint'>,
  instances: number,
): readonly Issue[] {
  const schedule = scheduleOf(endpoint);
  if (schedule === undefined || instances === 1) return [];
  return [
    {
      code: 'ScheduleNotDeployed',
      path: `endpoints.${key}.whenIdle.schedule`,
      message: `Azure Monitor names time zones in words of its own, which the kit does not translate: at least ${instances} instances run at every hour on Azure`,
      got: schedule,
      expected: 'a schedule on AWS, or the same minimum at every hour',
      fix: 'ignore this if the schedule is for AWS; Azure costs the same at every hour',
    },
  ];
}
