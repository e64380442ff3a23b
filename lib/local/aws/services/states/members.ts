import type { Understood } from '../understood';

/** What each action of Step Functions understands. Source: API model of Step Functions in botocore 1.44.8 (2026-11). */
export const statesMembers: Understood = {
  DescribeExecution: ['executionArn', 'includedData=ALL_DATA'],
  GetExecutionHistory: ['executionArn', 'maxResults', 'nextToken', 'reverseOrder', 'includeExecutionData'],
  ListExecutions: ['stateMachineArn', 'statusFilter', 'maxResults', 'nextToken'],
  StartExecution: ['stateMachineArn', 'name', 'input'],
  StartSyncExecution: ['stateMachineArn', 'name', 'input', 'includedData=ALL_DATA'],
  StopExecution: ['executionArn', 'error', 'cause'],
};
