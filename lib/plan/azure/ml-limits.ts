import type { Issue } from '../../platform';
import { scheduleOf } from '../endpoint/schedule';
import type { EndpointRequest } from '../endpoint/size';
import { answerSeconds, azureMlRequestSeconds } from '../endpoint/timeouts';
import type { Size } from '../sizing';

/** What the service, or this kit on it, does not do as it was asked. */
export function azureMlIssues(
  { key, endpoint }: Pick<EndpointRequest, 'key' | 'endpoint'>,
  size: Size,
  instances: number,
): readonly Issue[] {
  const seconds = answerSeconds(endpoint, size);
  const schedule = scheduleOf(endpoint);
  return [
    ...(seconds <= azureMlRequestSeconds
      ? []
      : [
          {
            code: 'AnswerSlowerThanLimit',
            path: `endpoints.${key}.traffic.outputTokens`,
            message: `a typical answer takes ${Math.round(seconds)} s at the peak; Azure Machine Learning cuts requests after ${azureMlRequestSeconds} s`,
            got: endpoint.traffic.outputTokens,
            expected: `answers within ${azureMlRequestSeconds} s`,
            fix: `ask for shorter answers, or set endpoints.${key}.slo.timePerOutputTokenMs to ${Math.floor((azureMlRequestSeconds * 1000) / endpoint.traffic.outputTokens)}`,
          } satisfies Issue,
        ]),
    ...(schedule === undefined || instances === 1
      ? []
      : [
          {
            code: 'ScheduleNotDeployed',
            path: `endpoints.${key}.whenIdle.schedule`,
            message: `no construct in this kit declares Microsoft.Insights/autoscaleSettings yet: ${instances} instances run at every hour on Azure`,
            got: schedule,
            expected: 'a schedule on AWS, or a fixed number of instances',
            fix: `leave it if AWS is meant; the cost on Azure is that of every hour`,
          } satisfies Issue,
        ]),
  ];
}
