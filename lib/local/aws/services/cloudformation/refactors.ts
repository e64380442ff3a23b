import type { Move, Place, StackDefinition, StackRefactor } from '../../cloudformation/refactor';
import { detectMoves, refactored, stackNamed } from '../../cloudformation/refactor';
import { executeRefactor } from '../../cloudformation/refactor-execution';
import { objectText } from '../../cloudformation/template-url';
import { ServiceError, validationError } from '../../errors';
import type { Table } from '../../state/table';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import { assertUpdatable } from './change-sets';

/** CreateStackRefactor: finds what moves, and whether nothing but places would change. */
export function createStackRefactor(parameters: QueryParameters, context: CallContext): Xml {
  const definitions = parameters.structures('StackDefinitions').map((fields): StackDefinition => {
    const url = fields.get('TemplateURL') ?? '';
    return {
      name: nameOf(fields.get('StackName') ?? ''),
      templateText: url === '' ? (fields.get('TemplateBody') ?? '') : objectText(url, context),
    };
  });
  if (definitions.length === 0) throw validationError('StackDefinitions must not be empty');
  const absent = definitions.filter(({ name }) => stackNamed(name, context) === undefined);
  if (absent.length > 0 && parameters.flag('EnableStackCreation') !== true) {
    throw validationError(
      `Stack with id ${absent.map(({ name }) => name).join(', ')} does not exist. A refactor creates stacks when EnableStackCreation is true.`,
    );
  }
  for (const { name } of definitions) {
    const stack = stackNamed(name, context);
    if (stack !== undefined) assertUpdatable(stack);
  }
  const named = parameters.structures('ResourceMappings').map((fields): Move => ({
    source: location(fields, 'Source'),
    destination: location(fields, 'Destination'),
    detection: 'MANUAL',
  }));
  const id = context.cloud.ids.fresh('stack-refactor');
  const description = parameters.get('Description');
  tableOf(context).set(id, judged({ id, description, definitions, named }, context));
  return { StackRefactorId: id };
}

/** A refactor with the answer whether it can be executed. */
function judged(
  request: Pick<StackRefactor, 'id' | 'description' | 'definitions'> & { readonly named: readonly Move[] },
  place: Place,
): StackRefactor {
  const { id, description, definitions, named } = request;
  const base = { id, description, definitions, executionStatusReason: undefined };
  try {
    const moves = named.length > 0 ? named : detectMoves(definitions, place);
    if (moves.length === 0) throw validationError('No resources move: the templates change no place');
    refactored({ definitions, moves }, place);
    return { ...base, moves, status: 'CREATE_COMPLETE', statusReason: undefined, executionStatus: 'AVAILABLE' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { message } = error;
    return { ...base, moves: named, status: 'CREATE_FAILED', statusReason: message, executionStatus: 'UNAVAILABLE' };
  }
}

/** ExecuteStackRefactor. */
export function executeStackRefactor(parameters: QueryParameters, context: CallContext): Xml {
  const refactor = requireRefactor(parameters, context);
  const { id, executionStatus } = refactor;
  if (executionStatus !== 'AVAILABLE')
    throw validationError(
      `StackRefactor ${id} cannot be executed in its current execution status of [${executionStatus}]`,
    );
  const table = tableOf(context);
  try {
    executeRefactor(refactor, context);
    table.set(id, { ...refactor, executionStatus: 'EXECUTE_COMPLETE' });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    table.set(id, { ...refactor, executionStatus: 'EXECUTE_FAILED', executionStatusReason: error.message });
  }
  return undefined;
}

/** DescribeStackRefactor. */
export function describeStackRefactor(parameters: QueryParameters, context: CallContext): Xml {
  const refactor = requireRefactor(parameters, context);
  const stackIds = refactor.definitions.flatMap(({ name }) => stackNamed(name, context)?.id ?? []);
  return { ...view(refactor), StackIds: stackIds };
}

/** ListStackRefactors. */
export function listStackRefactors(parameters: QueryParameters, context: CallContext): Xml {
  const wanted = parameters.list('ExecutionStatusFilter');
  const found = [...tableOf(context).values()].filter(
    ({ executionStatus }) => wanted.length === 0 || wanted.includes(executionStatus),
  );
  return { StackRefactorSummaries: found.map(view) };
}

/** ListStackRefactorActions: one move for each resource. */
export function listStackRefactorActions(parameters: QueryParameters, context: CallContext): Xml {
  const { moves } = requireRefactor(parameters, context);
  return {
    StackRefactorActions: moves.map(({ source, destination, detection }) => ({
      Action: 'MOVE',
      Entity: 'RESOURCE',
      PhysicalResourceId: [source, destination]
        .map(({ stack, logicalId }) => stackNamed(stack, context)?.resources.get(logicalId)?.physicalId)
        .find((physicalId) => physicalId !== undefined),
      Detection: detection,
      ResourceMapping: {
        Source: { StackName: source.stack, LogicalResourceId: source.logicalId },
        Destination: { StackName: destination.stack, LogicalResourceId: destination.logicalId },
      },
    })),
  };
}

function view(refactor: StackRefactor): Readonly<Record<string, Xml>> {
  return {
    StackRefactorId: refactor.id,
    Description: refactor.description,
    ExecutionStatus: refactor.executionStatus,
    ExecutionStatusReason: refactor.executionStatusReason,
    Status: refactor.status,
    StatusReason: refactor.statusReason,
  };
}

function location(fields: ReadonlyMap<string, string>, end: 'Source' | 'Destination'): Move['source'] {
  return {
    stack: nameOf(fields.get(`${end}.StackName`) ?? ''),
    logicalId: fields.get(`${end}.LogicalResourceId`) ?? '',
  };
}

/** A stack is named, or given by its ARN. */
function nameOf(reference: string): string {
  return reference.startsWith('arn:') ? (reference.split('/')[1] ?? reference) : reference;
}

function tableOf({ cloud, account, region }: Place): Table<StackRefactor> {
  return cloud.ledger.table(`stack-refactors/${account}/${region}`);
}

function requireRefactor(parameters: QueryParameters, context: CallContext): StackRefactor {
  const id = parameters.get('StackRefactorId') ?? '';
  const found = tableOf(context).get(id);
  if (found === undefined)
    throw new ServiceError('StackRefactorNotFoundException', `StackRefactor ${id} does not exist`, 404);
  return found;
}
