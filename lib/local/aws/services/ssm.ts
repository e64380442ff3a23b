import { ServiceError } from '../errors';
import type { Json, JsonObject } from '../json';
import { isList, isObject, parseJson, scalarText } from '../json';
import type { StoredParameter } from '../state/cloud';
import type { CallContext } from './call';

/** SSM Parameter Store: GetParameter, GetParameters, GetParametersByPath and PutParameter. @throws ServiceError for other actions */
export function ssm(action: string, body: string, context: CallContext): JsonObject {
  const input = body === '' ? {} : parseJson(body);
  if (!isObject(input)) throw new ServiceError('SerializationException', 'expected a JSON object');
  const store = context.cloud.parameters(context.account, context.region);
  switch (action) {
    case 'GetParameter': {
      const name = text(input['Name']);
      const found = store.get(name);
      if (found === undefined) throw new ServiceError('ParameterNotFound', `Parameter ${name} not found.`);
      return { Parameter: view(found, context) };
    }
    case 'GetParameters': {
      const names = isList(input['Names']) ? input['Names'].map(text) : [];
      return {
        Parameters: names.flatMap((name) => store.get(name) ?? []).map((parameter) => view(parameter, context)),
        InvalidParameters: names.filter((name) => !store.has(name)),
      };
    }
    case 'GetParametersByPath': {
      const path = text(input['Path']).replace(/\/?$/, '/');
      const found = [...store.values()].filter(
        ({ name }) => name.startsWith(path) && (input['Recursive'] === true || !name.slice(path.length).includes('/')),
      );
      return { Parameters: found.map((parameter) => view(parameter, context)) };
    }
    case 'PutParameter': {
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
    default:
      throw new ServiceError('UnknownOperationException', `The local cloud does not implement ssm:${action}`);
  }
}

function text(value: Json | undefined): string {
  const scalar = scalarText(value);
  if (scalar === undefined)
    throw new ServiceError(
      'ValidationException',
      `expected a string, got ${value === undefined ? 'nothing' : JSON.stringify(value)}`,
    );
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
