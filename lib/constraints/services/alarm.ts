import type { Breach, Constraint, DeclaredResource } from '../constraint';
import { at, numberAt } from '../value';

/** Seconds. Source: PutMetricAlarm in the API model of CloudWatch, botocore 1.44.8. */
const day = 86_400;
const week = 604_800;
const hour = 3600;

/** What an alarm without a list of metrics needs. */
const needed: readonly (readonly string[])[] = [
  ['Namespace'],
  ['Period'],
  ['Statistic', 'ExtendedStatistic'],
  ['EvaluationPeriods'],
];

function sources({ properties }: DeclaredResource): readonly Breach[] {
  const has = (name: string): boolean => Object.hasOwn(properties, name);
  const given = ['MetricName', 'Metrics', 'EvaluationCriteria'].filter(has);
  if (given.length !== 1) {
    return [
      {
        pointer: '#',
        problem: `An alarm has either MetricName, Metrics or EvaluationCriteria. Given are ${given.join(' and ') || 'none of them'}`,
        fix: 'Write one of them.',
      },
    ];
  }
  if (has('Metrics')) {
    return ['Namespace', 'Dimensions', 'Period', 'Unit', 'Statistic', 'ExtendedStatistic'].filter(has).map((name) => ({
      pointer: `#/${name}`,
      problem: `${name} must not be specified beside Metrics, where each metric has its own`,
      fix: `Remove ${name}.`,
    }));
  }
  if (!has('MetricName')) return [];
  return needed
    .filter((names) => !names.some(has))
    .map((names) => ({
      pointer: '#',
      problem: `An alarm on a metric needs ${names.join(' or ')}`,
      fix: `Add ${names.join(' or ')}.`,
    }));
}

function times({ properties }: DeclaredResource): readonly Breach[] {
  const found: Breach[] = [];
  const period = numberAt(properties, 'Period');
  const periods = numberAt(properties, 'EvaluationPeriods');
  const points = numberAt(properties, 'DatapointsToAlarm');
  if (period !== undefined && ![10, 20, 30].includes(period) && (period < 60 || period % 60 !== 0)) {
    found.push({
      pointer: '#/Period',
      problem: `Period must be 10, 20, 30 or a multiple of 60. It is ${period}`,
      fix: 'Write a multiple of 60.',
    });
  }
  const most = period !== undefined && period < hour ? day : week;
  if (period !== undefined && periods !== undefined && period * periods > most) {
    found.push({
      pointer: '#/EvaluationPeriods',
      problem: `EvaluationPeriods * Period must be <= ${most}. It is ${periods} * ${period} = ${periods * period}`,
      fix: `Write EvaluationPeriods of at most ${Math.floor(most / period)}.`,
    });
  }
  if (points !== undefined && periods !== undefined && points > periods) {
    found.push({
      pointer: '#/DatapointsToAlarm',
      problem: `DatapointsToAlarm ${points} is more than EvaluationPeriods ${periods}`,
      fix: `Write ${periods} or less.`,
    });
  }
  if (at(properties, 'Statistic') !== undefined && at(properties, 'ExtendedStatistic') !== undefined) {
    found.push({
      pointer: '#/ExtendedStatistic',
      problem: 'An alarm has either Statistic or ExtendedStatistic, not both',
      fix: 'Remove Statistic or ExtendedStatistic.',
    });
  }
  return found;
}

/** An alarm has one source of data, and periods that CloudWatch can look back on. */
export const alarm: Constraint = {
  id: 'alarm',
  types: ['AWS::CloudWatch::Alarm'],
  source: {
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
    asOf: '2026-11-30',
  },
  check: (resource) => [...sources(resource), ...times(resource)],
};
