import type { Understood } from '../understood';

const group = ['logGroupName', 'logGroupIdentifier'];
const range = ['startTime', 'endTime', 'nextToken', 'limit', 'unmask=false'];

/**
 * What each action of CloudWatch Logs understands. The service ignores `sequenceToken` and `interleaved` too.
 * Source: API model of CloudWatch Logs in botocore 1.44.8 (2026-11).
 */
export const logsMembers: Understood = {
  CreateLogGroup: ['logGroupName', 'logGroupClass=STANDARD', 'deletionProtectionEnabled=false'],
  CreateLogStream: ['logGroupName', 'logStreamName'],
  DeleteLogGroup: ['logGroupName'],
  DeleteRetentionPolicy: ['logGroupName'],
  DescribeLogGroups: [
    'logGroupNamePrefix',
    'logGroupNamePattern',
    'nextToken',
    'limit',
    'includeLinkedAccounts=false',
    'logGroupClass=STANDARD',
  ],
  DescribeLogStreams: [...group, 'logStreamNamePrefix', 'orderBy', 'descending', 'nextToken', 'limit'],
  FilterLogEvents: [
    ...group,
    'logStreamNames',
    'logStreamNamePrefix',
    ...range,
    'filterPattern',
    'interleaved',
    'startFromHead=true',
  ],
  GetLogEvents: [...group, 'logStreamName', ...range, 'startFromHead'],
  PutLogEvents: ['logGroupName', 'logStreamName', 'logEvents', 'sequenceToken'],
  PutRetentionPolicy: ['logGroupName', 'retentionInDays'],
};
