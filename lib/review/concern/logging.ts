import type { ResourceNode } from '../../graph';
import { valueAt } from '../policy';
import type { Protection } from './protection';
import { weakening } from './protection';
import { inWords, numberOf, scalarsOf } from './values';

/** Types that are a log or write one. */
const logTypes: Readonly<Record<string, string>> = {
  'AWS::CloudTrail::Trail': 'the trail',
  'AWS::EC2::FlowLog': 'the flow log',
  'AWS::CloudWatch::Alarm': 'the alarm',
  'AWS::Bedrock::ModelInvocationLoggingConfiguration': 'the log of model invocations',
  'azure-native:monitor:DiagnosticSetting': 'the diagnostic setting',
};

/** Days that mean without end. */
const endless = 1e6;

/** Logs, alarms and the time that they are kept, where a change takes them away. */
export const logging = weakening(
  { code: 'LoggingLost', fix: 'keep the log and its retention' },
  (node: ResourceNode): readonly Protection[] => {
    const { type, properties } = node;
    const own = Object.hasOwn(logTypes, type) ? logTypes[type] : undefined;
    const capture = valueAt(properties.DataCaptureConfig, 'EnableCapture');
    const days =
      type === 'AWS::Logs::LogGroup' ? [retention('RetentionInDays', properties.RetentionInDays ?? endless)] : [];
    return [
      ...(own === undefined ? [] : [{ path: '', name: own, strength: 1, words: 'on' }]),
      ...days,
      ...(capture === undefined
        ? []
        : [
            {
              path: 'DataCaptureConfig',
              name: 'data capture',
              strength: capture === true ? 1 : 0,
              words: inWords(capture),
            },
          ]),
      ...['LoggingConfiguration', 'AccessLogSetting', 'LoggingConfigurations'].flatMap((key) =>
        properties[key] === undefined ? [] : [{ path: key, name: 'the access log', strength: 1, words: 'on' }],
      ),
      ...scalarsOf(node).flatMap(({ path, key, value }) =>
        /^(retentionInDays|softDeleteRetentionInDays|retentionDays)$/.test(key) ? [retention(path, value)] : [],
      ),
    ];
  },
);

function retention(path: string, value: Parameters<typeof numberOf>[0]): Protection {
  const days = numberOf(value) ?? endless;
  return {
    path,
    name: `retention of ${path}`,
    strength: days,
    words: days === endless ? 'without end' : `${days} days`,
  };
}
