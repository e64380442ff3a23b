import type { Constraint } from '../constraint';
import { alarm } from './alarm';
import { bucket } from './bucket';
import { budgetSubscribers } from './budget';
import { buildProject } from './build-project';
import { capacity } from './capacity';
import { dashboard } from './dashboard';
import { databasePassword } from './database-password';
import { distribution } from './distribution';
import { dynamodbTable } from './dynamodb-table';
import { eventSource } from './event-source';
import { eventsRule } from './events-rule';
import { fifoName } from './fifo-name';
import { jsonText } from './json-text';
import { lambdaCode } from './lambda-code';
import { lambdaFunction } from './lambda-function';
import { lifecyclePolicy } from './lifecycle-policy';
import { logPolicies } from './log-policies';
import { networkBlock, subnetBlock } from './network';
import { parameterValue } from './parameter-value';
import { pipeline } from './pipeline';
import { redrive } from './redrive';
import { references } from './references';
import { resourceName } from './resource-name';
import { restDeployment } from './rest-deployment';
import { scheduleExpression } from './schedule-expression';
import { secret } from './secret';
import { securityGroup } from './security-group';
import { stateMachine } from './state-machine';
import { subscription } from './subscription';
import { tagRules } from './tags';
import { taskDefinition } from './task-definition';
import { vpcEndpoint } from './vpc-endpoint';
import { wafScope } from './waf-scope';
import { twoZones } from './zones';

/** Rules of every other service, and of names. */
export const serviceConstraints: readonly Constraint[] = [
  resourceName,
  fifoName,
  tagRules,
  references,
  lambdaFunction,
  lambdaCode,
  parameterValue,
  jsonText,
  stateMachine,
  dashboard,
  lifecyclePolicy,
  logPolicies,
  scheduleExpression,
  eventsRule,
  networkBlock,
  subnetBlock,
  securityGroup,
  twoZones,
  dynamodbTable,
  redrive,
  subscription,
  secret,
  budgetSubscribers,
  wafScope,
  distribution,
  restDeployment,
  taskDefinition,
  buildProject,
  pipeline,
  eventSource,
  alarm,
  capacity,
  vpcEndpoint,
  bucket,
  databasePassword,
];
