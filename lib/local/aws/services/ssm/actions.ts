import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { StoredParameter } from '../../state/cloud';
import type { CallContext } from '../call';
import type { JsonAction } from '../service';

/** The SSM Parameter Store actions of the local cloud. */
export const ssmActions: Readonly<Record<string, JsonAction>> = {
  GetParameter: getParameter,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
  PutParameter: putParameter,
};

function storeOf({ cloud, account, region }: CallContext): Map<string, StoredParameter> {
  return cloud.parameters(account, region);
}

function getParameter(input: JsonObject, context: CallContext): JsonObject {
  const name = text(input['Name']);
  const found = storeOf(context).get(name);
  if (found === undefined) throw new ServiceError('ParameterNotFound', `Parameter ${name} not found.`);
  return { Parameter: view(found, context) };
}

function getParameters(input: JsonObject, context: CallContext): JsonObject {
  const store = storeOf(context);
  const given = input['Names'];
  if (!isList(given)) throw new ServiceError('SerializationException', 'expected a list of strings as Names');
  const names = given.map(text);
  return {
    Parameters: names.flatMap((name) => store.get(name) ?? []).map((parameter) => view(parameter, context)),
    InvalidParameters: names.filter((name) => !store.has(name)),
  };
}

function getParametersByPath(input: JsonObject, context: CallContext): JsonObject {
  const path = text(input['Path']).replace(/\/?$/, '/');
  const found = [...storeOf(context).values()].filter(
    ({ name }) => name.startsWith(path) && (input['Recursive'] === true || !name.slice(path.length).includes('/')),
  );
  return { Parameters: found.map((parameter) => view(parameter, context)) };
}

function putParameter(input: JsonObject, context: CallContext): JsonObject {
  const store = storeOf(context);
  const name = text(input['Name']);
  const previous = store.get(name);
  if (previous !== undefined && input['Overwrite'] !== true) {
    throw new ServiceError(
      'ParameterAlreadyExists',
      `The parameter ${name} already exists: set Overwrite to replace it`,
    );
  }
  const version = (previous?.version ?? 0) + 1;
  const type = scalarText(input['Type']) ?? previous?.type ?? 'String';
  store.set(name, { name, type, value: text(input['Value']), version, lastModified: context.cloud.now() });
  return { Version: version, Tier: 'Standard' };
}

function text(value: Json | undefined): string {
  const scalar = scalarText(value);
  if (scalar === undefined) {
    throw new ServiceError(
      'ValidationException',
      `expected a string, got ${value === undefined ? 'nothing' : JSON.stringify(value)}`,
    );
  }
  return scalar;
}

function view(parameter: StoredParameter, { account, region }: CallContext): JsonObject {
  return {
    Name: parameter.name,
    Type: parameter.type,
    Value: parameter.value,
    Version: parameter.version,
    LastModifiedDate: parameter.lastModified.getTime() / 1000,
    ARN: `arn:aws:ssm:${region}:${account}:parameter/${parameter.name.replace(/^\//, '')}`,
    DataType: 'text',
  };
}
