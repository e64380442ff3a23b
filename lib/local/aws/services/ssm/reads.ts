import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../../constraints/json';
import { isObject, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { StoredParameter } from '../../state/parameter';
import { versionsOf } from '../../state/parameter';
import type { CallContext } from '../call';
import { assertMembers, invalid, page, text, texts } from './input';
import { selectorOf } from './parameter-name';
import { publicParameter } from './public-parameters';

/** The parameters of the caller's account and region by name. */
export function storeOf({ cloud, account, region }: CallContext): Map<string, StoredParameter> {
  return cloud.parameters(account, region);
}

/** A parameter that must exist, by name or ARN. @throws ServiceError (ParameterNotFound) */
export function requireParameter(given: string, context: CallContext): StoredParameter {
  const store = storeOf(context);
  const { name } = selectorOf(given);
  const found = store.get(name) ?? store.get(name.replace(/^\//, ''));
  if (found === undefined) throw new ServiceError('ParameterNotFound', `Parameter ${given} not found.`);
  return found;
}

/** A public parameter, made up. */
function publicOne(name: string, { cloud, region }: CallContext): StoredParameter | undefined {
  const value = publicParameter(name, region, cloud.ids);
  return value === undefined ? undefined : { name, type: 'String', value, version: 1, lastModified: cloud.now() };
}

/** A parameter at the version or label that its name selects. @throws ServiceError (ParameterNotFound, ParameterVersionNotFound) */
function selected(given: string, context: CallContext): StoredParameter {
  const { name, selector } = selectorOf(given);
  const parameter = publicOne(name, context) ?? requireParameter(given, context);
  if (selector === undefined) return parameter;
  const found = versionsOf(parameter).find(
    ({ version, labels }) => String(version) === selector || labels.includes(selector),
  );
  if (found === undefined) {
    const message = `Systems Manager could not find version ${selector} of ${parameter.name}. Verify the version and try again.`;
    throw new ServiceError('ParameterVersionNotFound', message);
  }
  return { ...parameter, ...found };
}

/** GetParameter. */
export function getParameter(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('GetParameter', input, ['Name', 'WithDecryption']);
  const name = text(input['Name']);
  const found = selected(name, context);
  const { selector } = selectorOf(name);
  return {
    Parameter: {
      ...view(found, input, context),
      ...(selector === undefined ? {} : { Selector: `:${selector}` }),
    },
  };
}

/** GetParameters: at most ten, each name once. */
export function getParameters(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('GetParameters', input, ['Names', 'WithDecryption']);
  const names = texts(input['Names'], 'names', 10);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw invalid(`The request has duplicate parameter names: ${twice}`);
  const found: JsonObject[] = [];
  const missing: string[] = [];
  for (const name of names) {
    try {
      found.push(view(selected(name, context), input, context));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      missing.push(name);
    }
  }
  return { Parameters: found, InvalidParameters: missing };
}

/** GetParametersByPath: the direct children, or with `Recursive` those at every depth. */
export function getParametersByPath(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('GetParametersByPath', input, ['Path', 'Recursive', 'WithDecryption', 'MaxResults', 'NextToken']);
  const given = text(input['Path']);
  if (!given.startsWith('/')) {
    throw invalid(
      `The parameter path: must begin with a slash '/' and contain only letters, numbers and the symbols .-_/ (got ${given})`,
    );
  }
  const path = given.replace(/\/?$/, '/');
  const found = sorted(context).filter(
    ({ name }) => name.startsWith(path) && (input['Recursive'] === true || !name.slice(path.length).includes('/')),
  );
  const { items, next } = page(found, input, 10);
  return { Parameters: items.map((parameter) => view(parameter, input, context)), ...next };
}

/** GetParameterHistory, oldest first. */
export function getParameterHistory(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('GetParameterHistory', input, ['Name', 'WithDecryption', 'MaxResults', 'NextToken']);
  const parameter = requireParameter(text(input['Name']), context);
  const { items, next } = page(versionsOf(parameter), input, 50);
  return {
    Parameters: items.map((version) => ({
      ...metadata({ ...parameter, ...version }),
      Value: shown({ ...parameter, ...version }, input),
      Labels: version.labels,
    })),
    ...next,
  };
}

/** DescribeParameters, with filters on name, type and path. */
export function describeParameters(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('DescribeParameters', input, ['ParameterFilters', 'MaxResults', 'NextToken']);
  const filters = Array.isArray(input['ParameterFilters']) ? input['ParameterFilters'].filter(isObject) : [];
  const found = sorted(context).filter((parameter) => filters.every((filter) => passes(parameter, filter)));
  const { items, next } = page(found, input, 50);
  return { Parameters: items.map(metadata), ...next };
}

/** @throws ServiceError (InvalidFilterKey, InvalidFilterOption) */
function passes({ name, type }: StoredParameter, filter: JsonObject): boolean {
  const key = text(filter['Key']);
  const option = scalarText(filter['Option']) ?? (key === 'Path' ? 'OneLevel' : 'Equals');
  const values = texts(filter['Values'], 'values', 50);
  const value = { Name: name, Type: type, Path: name }[key];
  if (value === undefined)
    throw new ServiceError('InvalidFilterKey', `The local cloud filters by Name, Type and Path, not by ${key}`);
  return values.some((wanted) => matches(value, option, wanted));
}

function matches(value: string, option: string, wanted: string): boolean {
  const folder = wanted.replace(/\/?$/, '/');
  switch (option) {
    case 'Equals':
      return value === wanted;
    case 'BeginsWith':
      return value.startsWith(wanted);
    case 'Contains':
      return value.includes(wanted);
    case 'Recursive':
      return value.startsWith(folder);
    case 'OneLevel':
      return value.startsWith(folder) && !value.slice(folder.length).includes('/');
    default:
      throw new ServiceError('InvalidFilterOption', `The specified filter option isn't valid: ${option}`);
  }
}

function sorted(context: CallContext): readonly StoredParameter[] {
  return [...storeOf(context).values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** The ARN of a parameter. */
function arnOf(name: string, { account, region }: CallContext): string {
  return `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, '')}`;
}

function view(parameter: StoredParameter, input: JsonObject, context: CallContext): JsonObject {
  return {
    Name: parameter.name,
    Type: parameter.type,
    Value: shown(parameter, input),
    Version: parameter.version,
    LastModifiedDate: parameter.lastModified.getTime() / 1000,
    ARN: arnOf(parameter.name, context),
    DataType: parameter.dataType ?? 'text',
  };
}

/** A secure value is given only to who asks for it; else what stands there is no more than a ciphertext tells. */
function shown({ type, value, version }: StoredParameter, input: JsonObject): string {
  if (type !== 'SecureString' || input['WithDecryption'] === true) return value;
  return createHash('sha256').update(`${version}:${value}`).digest('base64');
}

function metadata(parameter: StoredParameter): JsonObject {
  const { name, type, version, lastModified, description, allowedPattern, keyId } = parameter;
  return {
    Name: name,
    Type: type,
    Version: version,
    LastModifiedDate: lastModified.getTime() / 1000,
    Tier: parameter.tier ?? 'Standard',
    DataType: parameter.dataType ?? 'text',
    ...(description === undefined ? {} : { Description: description }),
    ...(allowedPattern === undefined ? {} : { AllowedPattern: allowedPattern }),
    ...(type === 'SecureString' ? { KeyId: keyId ?? 'alias/aws/ssm' } : {}),
  };
}
