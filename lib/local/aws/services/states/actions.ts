import { setTimeout as later } from 'node:timers/promises';
import type { JsonObject } from '../../../../constraints/json';
import { scalarText, tryParseJson } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { findFunction } from '../../functions/find-function';
import type { Machine, MachineEnd } from '../../functions/state-machine';
import { machineOf, runMachine } from '../../functions/state-machine';
import { authorize } from '../../iam/authorize';
import type { Execution } from '../../state/execution';
import type { ExistingResource } from '../../state/registry';
import type { CallContext } from '../call';
import type { JsonAction } from '../service';

const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;

/** Executions that are kept after their end. */
const keptExecutions = 1000;

/** The Step Functions actions of the local cloud: enough for machines of Lambda tasks. */
export const statesActions: Readonly<Record<string, JsonAction>> = {
  DescribeExecution: describeExecution,
  StartExecution: startExecution,
};

function requireMachine(arn: string, { cloud, account, region }: CallContext): ExistingResource {
  const found = cloud.registry.list('AWS::StepFunctions::StateMachine', account, region).find((one) => one.arn === arn);
  if (found === undefined) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return found;
}

/** A machine that is not interpreted is refused when it is started, never reported as run. */
function interpreted(resource: ExistingResource): Machine {
  const definition = scalarText(resource.properties['DefinitionString']);
  const machine = definition === undefined ? 'its definition is not a DefinitionString' : machineOf(definition);
  if (typeof machine !== 'string') return machine;
  throw new ServiceError(
    'NotImplemented',
    `The local cloud runs state machines of Lambda tasks only: ${resource.logicalId} is not run, ${machine}`,
    501,
  );
}

function startExecution(input: JsonObject, context: CallContext): JsonObject {
  const { cloud, requestId } = context;
  const arn = scalarText(input['stateMachineArn']) ?? '';
  const resource = requireMachine(arn, context);
  const machine = interpreted(resource);
  const text = scalarText(input['input']) ?? '{}';
  if (tryParseJson(text) === undefined)
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${text.slice(0, 100)}'`);
  const name = scalarText(input['name']) ?? requestId;
  const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:${name}`;
  if (cloud.executions.has(executionArn))
    throw new ServiceError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
  const startDate = cloud.now();
  const execution: Execution = { arn: executionArn, machineArn: arn, name, input: text, startDate, end: undefined };
  cloud.executions.set(executionArn, execution);
  const [oldest] = cloud.executions.keys();
  if (cloud.executions.size > keptExecutions && oldest !== undefined) cloud.executions.delete(oldest);
  const ended = cloud.functions.track(run(machine, text, roleContext(resource, name, context)));
  void ended.catch(brokenExecution).then((end) => {
    execution.end = { ...end, date: cloud.now() };
  });
  return { executionArn, startDate: startDate.getTime() / 1000 };
}

/** A fault of the local cloud, such as a full disk, ends the execution and nothing else. */
function brokenExecution(error: unknown): MachineEnd {
  return { status: 'FAILED', error: 'States.Runtime', cause: `The local cloud failed: ${String(error)}` };
}

/** An execution makes its calls under the role of its machine. */
function roleContext({ properties }: ExistingResource, session: string, context: CallContext): CallContext {
  const [, account, name] = roleArn.exec(scalarText(properties['RoleArn']) ?? '') ?? [];
  return account === undefined || name === undefined
    ? context
    : { ...context, caller: { account, role: { name, session } } };
}

async function run(machine: Machine, input: string, context: CallContext): Promise<MachineEnd> {
  const { cloud } = context;
  return runMachine(machine, input, {
    invoke: async (functionArn, event) => {
      try {
        const lambda = findFunction(cloud.registry, context, functionArn);
        authorize([{ action: 'lambda:InvokeFunction', resource: functionArn }], context);
        const { payload, fault } = await cloud.functions.invoke(lambda, event);
        return fault === undefined ? { payload } : { payload, fault };
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        // Amazon States Language: "a Task state failed because it had insufficient privileges to run the specified code".
        const errorType = error.code === 'AccessDenied' ? 'States.Permissions' : `Lambda.${error.code}`;
        const fault = { errorType, errorMessage: error.message };
        return { payload: JSON.stringify(fault), fault };
      }
    },
    // A timer alone does not keep the process of the local cloud running.
    sleep: (seconds) => later(seconds * 1000, undefined, { ref: false }),
  });
}

function describeExecution(input: JsonObject, { cloud }: CallContext): JsonObject {
  const arn = scalarText(input['executionArn']) ?? '';
  const execution = cloud.executions.get(arn);
  if (execution === undefined) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  const { machineArn, name, startDate, end } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    input: execution.input,
    startDate: startDate.getTime() / 1000,
    status: end?.status ?? 'RUNNING',
    ...(end === undefined ? {} : { stopDate: end.date.getTime() / 1000 }),
    ...(end?.status === 'SUCCEEDED' ? { output: end.output } : {}),
    ...(end?.status === 'FAILED' ? { error: end.error, cause: end.cause } : {}),
  };
}
