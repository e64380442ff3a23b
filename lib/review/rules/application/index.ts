import type { Rule } from '../../rule';
import { alarmMissingData } from './alarm-missing-data';
import { alarmWithoutAction } from './alarm-without-action';
import { apiAccessLog } from './api-access-log';
import { apiCachePlain } from './api-cache-plain';
import { apiDataTrace } from './api-data-trace';
import { apiExecutionLog } from './api-execution-log';
import { apiOpen } from './api-open';
import { apiThrottle } from './api-throttle';
import { apiTls } from './api-tls';
import { apiTracing } from './api-tracing';
import { apiWithoutFirewall } from './api-without-firewall';
import { functionConcurrency } from './function-concurrency';
import { functionFailures } from './function-failures';
import { functionOutsideVpc } from './function-outside-vpc';
import { functionPermissionSource } from './function-permission-source';
import { functionRuntime } from './function-runtime';
import { functionTracing } from './function-tracing';
import { functionUrlCors } from './function-url-cors';
import { functionUrlOpen } from './function-url-open';
import { functionVariablesKey } from './function-variables-key';
import { functionZones } from './function-zones';
import { listenerPlain } from './listener-plain';
import { loadBalancerSettings } from './load-balancer-settings';
import { queuePlain } from './queue-plain';
import { queueWithoutRedrive } from './queue-without-redrive';
import { topicPlain } from './topic-plain';
import { workflowKey } from './workflow-key';
import { workflowLogData } from './workflow-log-data';
import { workflowLogs } from './workflow-logs';
import { workflowTaskRetry } from './workflow-task-retry';
import { workflowTracing } from './workflow-tracing';

/** The rules of the family `application`, by file name. */
export const applicationRules: readonly Rule[] = [
  alarmMissingData,
  alarmWithoutAction,
  apiAccessLog,
  apiCachePlain,
  apiDataTrace,
  apiExecutionLog,
  apiOpen,
  apiThrottle,
  apiTls,
  apiTracing,
  apiWithoutFirewall,
  functionConcurrency,
  functionFailures,
  functionOutsideVpc,
  functionPermissionSource,
  functionRuntime,
  functionTracing,
  functionUrlCors,
  functionUrlOpen,
  functionVariablesKey,
  functionZones,
  listenerPlain,
  loadBalancerSettings,
  queuePlain,
  queueWithoutRedrive,
  topicPlain,
  workflowKey,
  workflowLogData,
  workflowLogs,
  workflowTaskRetry,
  workflowTracing,
];
