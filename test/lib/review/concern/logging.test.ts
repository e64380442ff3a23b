import { logging } from '../../../../lib/review/concern/logging';
import { said } from '../../../helpers/concerns';

test.each<[string, string, Parameters<typeof said>[2], string[]]>([
  [
    'a shorter retention',
    'AWS::Logs::LogGroup',
    [{ RetentionInDays: 365 }, { RetentionInDays: 7 }],
    ['warning LoggingLost RetentionInDays'],
  ],
  [
    'a retention where there was no end',
    'AWS::Logs::LogGroup',
    [{ LogGroupName: 'a' }, { LogGroupName: 'a', RetentionInDays: 7 }],
    ['warning LoggingLost RetentionInDays'],
  ],
  ['a longer retention', 'AWS::Logs::LogGroup', [{ RetentionInDays: 7 }, { RetentionInDays: 365 }], []],
  ['a flow log that is gone', 'AWS::EC2::FlowLog', [{ ResourceId: 'vpc' }, undefined], ['warning LoggingLost']],
  [
    'a diagnostic setting that is gone',
    'azure-native:monitor:DiagnosticSetting',
    [{ name: 'a' }, undefined],
    ['warning LoggingLost'],
  ],
  [
    'captured data',
    'AWS::SageMaker::EndpointConfig',
    [{ DataCaptureConfig: { EnableCapture: true } }, { DataCaptureConfig: { EnableCapture: false } }],
    ['warning LoggingLost DataCaptureConfig'],
  ],
  [
    'the access log of a bucket',
    'AWS::S3::Bucket',
    [{ LoggingConfiguration: { LogFilePrefix: 'a' } }, {}],
    ['warning LoggingLost LoggingConfiguration'],
  ],
])('%s', (_title, type, sides, expected) => {
  expect(said(logging, type, sides)).toEqual(expected);
});
