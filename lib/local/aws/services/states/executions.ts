import type { JsonObject } from '../../../../constraints/json';
import { scalarText, tryParseJson } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { Execution } from '../../state/execution';
import type { ExistingResource } from '../../state/registry';
import type { CallContext } from '../call';
import { ExecutionRun } from './execution-run';
import type { MachineEnd } from './interpreter';
import { runMachine } from './interpreter';
import type { Machine } from './machine';
import { machineOf } from './machine';
import { machinePorts } from './tasks';

const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;

/** Executions that are kept after their end. */
const keptExecutions = 1000;

/** The machine of a request. @throws ServiceError (StateMachineDoesNotExist) */
export function requireMachine(arn: string, { cloud, account, region }: CallContext): ExistingResource {
  const found = cloud.registry.list('AWS::StepFunctions::StateMachine', account, region).find((one) => one.arn === arn);
  if (found === undefined) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return found;
}

/** Whether a machine is of type EXPRESS. */
export function isExpress({ properties }: ExistingResource): boolean {
  return scalarText(properties['StateMachineType']) === 'EXPRESS';
}

/** A machine that is not interpreted is refused when it is started, never reported as run. */
function interpreted(resource: ExistingResource): Machine {
  const machine = machineOf(resource);
  if (typeof machine !== 'string') return machine;
  throw new ServiceError(
    'NotImplemented',
    `The local cloud does not run the state machine ${resource.logicalId}: ${machine}`,
    501,
  );
}

/** An execution that has started, and how it ends. */
interface StartedExecution {
  readonly execution: Execution;
  readonly ended: Promise<MachineEnd>;
}

/** Starts an execution, which calls services as the role of its machine. @throws ServiceError (InvalidExecutionInput, InvalidName) */
export function begin(resource: ExistingResource, input: JsonObject, context: CallContext): StartedExecution {
  const { cloud, requestId } = context;
  const machine = interpreted(resource);
  const text = scalarText(input['input']) ?? '{}';
  const data = tryParseJson(text);
  if (data === undefined)
    throw new ServiceError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${text.slice(0, 100)}'`);
  const name = scalarText(input['name']) ?? requestId;
  if (!/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/]{1,80}$/.test(name))
    throw new ServiceError('InvalidName', `Invalid Name: '${name.slice(0, 100)}'`);
  const arn = executionArn(resource, name, context);
  const startDate = cloud.now();
  const run = new ExecutionRun(
    machinePorts(roleContext(resource, name, context)),
    {
      Execution: {
        ...{ Id: arn, Input: data, Name: name, StartTime: startDate.toISOString() },
        RoleArn: scalarText(resource.properties['RoleArn']) ?? '',
      },
      StateMachine: { Id: resource.arn, Name: resource.arn.split(':').at(-1) ?? '' },
    },
    machine.timeoutSeconds,
  );
  const execution: Execution = { arn, machineArn: resource.arn, name, input: text, startDate, run, end: undefined };
  cloud.executions.set(arn, execution);
  const [oldest] = cloud.executions.keys();
  if (cloud.executions.size > keptExecutions && oldest !== undefined) cloud.executions.delete(oldest);
  const ended = cloud.functions
    .track(runMachine(machine.flow, data, run))
    .catch(brokenExecution)
    .then((end) => {
      execution.end ??= { ...end, date: new Date(run.now) };
      return end;
    });
  return { execution, ended };
}

function executionArn(resource: ExistingResource, name: string, { cloud }: CallContext): string {
  return isExpress(resource)
    ? `${resource.arn.replace(':stateMachine:', ':express:')}:${name}:${cloud.ids.fresh('express')}`
    : `${resource.arn.replace(':stateMachine:', ':execution:')}:${name}`;
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
