import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { Execution } from '../../state/execution';
import type { CallContext } from '../call';
import type { JsonAction } from '../service';
import { begin, isExpress, requireMachine } from './executions';

/** The Step Functions actions of the local cloud: CloudFormation makes the machines. */
export const statesActions: Readonly<Record<string, JsonAction>> = {
  DescribeExecution: describeExecution,
  GetExecutionHistory: getExecutionHistory,
  ListExecutions: listExecutions,
  StartExecution: startExecution,
  StartSyncExecution: startSyncExecution,
  StopExecution: stopExecution,
};

/** StartExecution: the name of an execution that runs with the same input gives that execution. */
function startExecution(input: JsonObject, context: CallContext): JsonObject {
  const resource = requireMachine(scalarText(input['stateMachineArn']) ?? '', context);
  const name = scalarText(input['name']);
  const known =
    name && context.cloud.executions.get(`${resource.arn.replace(':stateMachine:', ':execution:')}:${name}`);
  if (known !== undefined && known !== '') {
    if (known.end !== undefined || known.input !== (scalarText(input['input']) ?? '{}'))
      throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${known.arn}'`);
    return { executionArn: known.arn, startDate: seconds(known.startDate) };
  }
  const { execution } = begin(resource, input, context);
  return { executionArn: execution.arn, startDate: seconds(execution.startDate) };
}

/** StartSyncExecution: answers when the execution of an express machine has ended. */
async function startSyncExecution(input: JsonObject, context: CallContext): Promise<JsonObject> {
  const resource = requireMachine(scalarText(input['stateMachineArn']) ?? '', context);
  if (!isExpress(resource)) throw notSupported('StartSyncExecution', 'STANDARD');
  const { execution, ended } = begin(resource, input, context);
  await ended;
  return { ...view(execution), stateMachineArn: resource.arn };
}

function notSupported(action: string, type: string): ServiceError {
  return new ServiceError(
    'StateMachineTypeNotSupported',
    `This operation is not supported by this type of state machine: ${action}, ${type}`,
  );
}

/** The execution of a request. @throws ServiceError (ExecutionDoesNotExist, StateMachineTypeNotSupported) */
function requireExecution(action: string, input: JsonObject, { cloud }: CallContext): Execution {
  const arn = scalarText(input['executionArn']) ?? '';
  if (arn.includes(':express:')) throw notSupported(action, 'EXPRESS');
  const execution = cloud.executions.get(arn);
  if (execution === undefined) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return execution;
}

function describeExecution(input: JsonObject, context: CallContext): JsonObject {
  return view(requireExecution('DescribeExecution', input, context));
}

function view({ arn, machineArn, name, input, startDate, end }: Execution): JsonObject {
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    input,
    startDate: seconds(startDate),
    status: end?.status ?? 'RUNNING',
    ...(end === undefined ? {} : { stopDate: seconds(end.date) }),
    ...(end?.status === 'SUCCEEDED' ? { output: end.output } : {}),
    ...(end === undefined || end.status === 'SUCCEEDED' ? {} : { error: end.error, cause: end.cause }),
  };
}

/** GetExecutionHistory, in pages. */
function getExecutionHistory(input: JsonObject, context: CallContext): JsonObject {
  const { run } = requireExecution('GetExecutionHistory', input, context);
  const events = run.history.map(({ type, time, details }, at) => ({
    id: at + 1,
    previousEventId: at,
    timestamp: time / 1000,
    type,
    ...(details === undefined ? {} : { [details[0]]: details[1] }),
  }));
  const { items, next } = page(input['reverseOrder'] === true ? events.reverse() : events, input);
  return { events: items, ...next };
}

/** ListExecutions of a machine, the youngest first. */
function listExecutions(input: JsonObject, context: CallContext): JsonObject {
  const resource = requireMachine(scalarText(input['stateMachineArn']) ?? '', context);
  if (isExpress(resource)) throw notSupported('ListExecutions', 'EXPRESS');
  const status = scalarText(input['statusFilter']);
  const found = [...context.cloud.executions.values()]
    .filter(
      ({ machineArn, end }) =>
        machineArn === resource.arn && (status ?? end?.status ?? 'RUNNING') === (end?.status ?? 'RUNNING'),
    )
    .reverse();
  const { items, next } = page(found, input);
  const hidden = ['input', 'output', 'error', 'cause'];
  const executions = items.map((execution) =>
    Object.fromEntries(Object.entries(view(execution)).filter(([member]) => !hidden.includes(member))),
  );
  return { executions, ...next };
}

function page<T>(items: readonly T[], { maxResults, nextToken }: JsonObject) {
  const [from, count] = [Number(nextToken ?? 0), Number(maxResults ?? 0)];
  if (!Number.isInteger(from) || from < 0) throw new ServiceError('InvalidToken', `Invalid Token: '${String(from)}'`);
  if (!Number.isInteger(count) || count < 0 || count > 1000)
    throw new ServiceError('ValidationException', 'maxResults: expected a whole number from 0 to 1000');
  const end = from + (count === 0 ? 100 : count);
  return { items: items.slice(from, end), next: end < items.length ? { nextToken: String(end) } : {} };
}

/** StopExecution: the state that runs ends first, and no other begins. */
function stopExecution(input: JsonObject, context: CallContext): JsonObject {
  const execution = requireExecution('StopExecution', input, context);
  const { run } = execution;
  if (execution.end === undefined) {
    const [error, cause] = [scalarText(input['error']) ?? '', scalarText(input['cause']) ?? ''];
    run.stopped = true;
    run.record('ExecutionAborted', ['executionAbortedEventDetails', { error, cause }]);
    execution.end = { status: 'ABORTED', error, cause, date: new Date(run.now) };
  }
  return { stopDate: seconds(execution.end.date) };
}

function seconds(date: Date): number {
  return date.getTime() / 1000;
}
