import type { Breach, Constraint } from '../constraint';
import { isList, isObject } from '../json';
import { at } from '../value';
import { readJsonText } from './json-text';

/** The body of a dashboard is an object with widgets, and a widget has a type and properties. */
export const dashboard: Constraint = {
  id: 'dashboard-body',
  types: ['AWS::CloudWatch::Dashboard'],
  source: {
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
    asOf: '2026-11-30',
  },
  check: ({ properties }) => {
    const text = readJsonText(at(properties, 'DashboardBody'));
    if (text === undefined || text === 'broken') return [];
    const breach = (problem: string, fix: string): Breach => ({
      pointer: '#/DashboardBody',
      problem: `The dashboard body is invalid: ${problem}`,
      fix,
    });
    if (!isObject(text.value)) return [breach('it is not an object', 'Write an object with widgets.')];
    const widgets = at(text.value, 'widgets');
    if (widgets === undefined) return [];
    if (!isList(widgets)) return [breach('widgets is not a list', 'Write a list of widgets.')];
    return widgets.flatMap((widget, index) =>
      ['type', 'properties']
        .filter((name) => !isObject(widget) || !Object.hasOwn(widget, name))
        .map((name) => breach(`/widgets/${index} should have required property '${name}'`, `Add ${name}.`)),
    );
  },
};
