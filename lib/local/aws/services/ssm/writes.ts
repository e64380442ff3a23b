import type { JsonObject } from '../../../../constraints/json';
import { isList, scalarText } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { StoredParameter } from '../../state/parameter';
import { nextVersion, versionsOf } from '../../state/parameter';
import type { CallContext } from '../call';
import { assertMembers, invalid, text, texts } from './input';
import { assertName } from './parameter-name';
import { requireParameter, storeOf } from './reads';

const types: ReadonlySet<string> = new Set(['String', 'StringList', 'SecureString']);
/** Characters of a value by tier. Source: AWS Systems Manager User Guide, "Managing parameter tiers" (read 2026-11-30). */
const longest = { standard: 4096, advanced: 8192 } as const;

/** PutParameter. @throws ServiceError with the code of the service */
export function putParameter(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('PutParameter', input, [
    ...['Name', 'Value', 'Type', 'Description', 'Overwrite', 'KeyId'],
    ...['AllowedPattern', 'Tags', 'Tier', 'DataType'],
  ]);
  const name = text(input['Name']);
  assertName(name);
  const store = storeOf(context);
  const previous = store.get(name);
  const overwrite = input['Overwrite'] === true;
  if (previous !== undefined && !overwrite) {
    throw new ServiceError(
      'ParameterAlreadyExists',
      `The parameter ${name} already exists: set Overwrite to replace it`,
    );
  }
  if (overwrite && input['Tags'] !== undefined) {
    throw invalid(
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    );
  }
  const value = text(input['Value']);
  const type = typeOf(input, previous);
  const tier = tierOf(input, previous, value);
  const allowedPattern = scalarText(input['AllowedPattern']) ?? previous?.allowedPattern;
  assertPattern(value, allowedPattern);
  const next = nextVersion(
    previous,
    {
      ...{ name, type, value, tier, allowedPattern },
      description: scalarText(input['Description']),
      keyId: scalarText(input['KeyId']),
      dataType: scalarText(input['DataType']),
      ...(input['Tags'] === undefined ? {} : { tags: tagsOf(input) }),
    },
    context.cloud.now(),
  );
  store.set(name, next);
  return { Version: next.version, Tier: tier };
}

function typeOf(input: JsonObject, previous: StoredParameter | undefined): string {
  const stated = scalarText(input['Type']);
  if (stated === undefined && previous === undefined)
    throw invalid('A parameter type is required when you create a parameter.');
  const type = stated ?? previous?.type ?? '';
  if (!types.has(type)) {
    throw invalid(
      `1 validation error detected: Value '${type}' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [SecureString, StringList, String]`,
    );
  }
  if (previous !== undefined && previous.type !== type) {
    throw new ServiceError(
      'HierarchyTypeMismatchException',
      `Parameter Store doesn't support changing a parameter type: ${previous.name} is a ${previous.type}, got ${type}`,
    );
  }
  return type;
}

function tierOf(input: JsonObject, previous: StoredParameter | undefined, value: string): string {
  const stated = scalarText(input['Tier']) ?? previous?.tier ?? 'Standard';
  const tier = stated === 'Intelligent-Tiering' ? (value.length > longest.standard ? 'Advanced' : 'Standard') : stated;
  const most = tier === 'Advanced' ? longest.advanced : longest.standard;
  if (value.length === 0) throw invalid('The value of a parameter must have at least one character');
  if (value.length > most) {
    throw invalid(
      `${tier} tier parameters support a maximum parameter value of ${most} characters, got ${value.length}. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.`,
    );
  }
  return tier;
}

function assertPattern(value: string, pattern: string | undefined): void {
  if (pattern === undefined) return;
  let expression: RegExp;
  try {
    expression = new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw new ServiceError(
      'InvalidAllowedPatternException',
      `The allowed pattern is not a regular expression: ${pattern}`,
    );
  }
  if (!expression.test(value)) {
    throw new ServiceError(
      'ParameterPatternMismatchException',
      `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
    );
  }
}

/** DeleteParameter. */
export function deleteParameter(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('DeleteParameter', input, ['Name']);
  storeOf(context).delete(requireParameter(text(input['Name']), context).name);
  return {};
}

/** DeleteParameters: what does not exist is listed. */
export function deleteParameters(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('DeleteParameters', input, ['Names']);
  const names = texts(input['Names'], 'names', 10);
  const store = storeOf(context);
  const deleted = names.filter((name) => store.delete(name));
  return { DeletedParameters: deleted, InvalidParameters: names.filter((name) => !deleted.includes(name)) };
}

/** LabelParameterVersion: a label names one version; it moves from the one that had it. */
export function labelParameterVersion(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('LabelParameterVersion', input, ['Name', 'ParameterVersion', 'Labels']);
  const parameter = requireParameter(text(input['Name']), context);
  const version = input['ParameterVersion'] === undefined ? parameter.version : Number(input['ParameterVersion']);
  const labels = texts(input['Labels'], 'labels', 10);
  if (!versionsOf(parameter).some((known) => known.version === version)) {
    throw new ServiceError(
      'ParameterVersionNotFound',
      `Systems Manager could not find version ${version} of ${parameter.name}.`,
    );
  }
  const invalidLabels = labels.filter((label) => !/^(?!\d|aws|ssm)[\w.-]{1,100}$/i.test(label));
  const added = labels.filter((label) => !invalidLabels.includes(label));
  const history = versionsOf(parameter).map((known) => {
    const others = known.labels.filter((label) => !added.includes(label));
    return { ...known, labels: known.version === version ? [...others, ...added] : others };
  });
  storeOf(context).set(parameter.name, { ...parameter, history });
  return { InvalidLabels: invalidLabels, ParameterVersion: version };
}

/** AddTagsToResource of a parameter. */
export function addTags(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('AddTagsToResource', input, ['ResourceType', 'ResourceId', 'Tags']);
  const parameter = taggedParameter(input, context);
  const tags = new Map([...(parameter.tags ?? []), ...tagsOf(input)]);
  storeOf(context).set(parameter.name, { ...parameter, tags });
  return {};
}

/** RemoveTagsFromResource of a parameter. */
export function removeTags(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('RemoveTagsFromResource', input, ['ResourceType', 'ResourceId', 'TagKeys']);
  const parameter = taggedParameter(input, context);
  const removed = texts(input['TagKeys'], 'tagKeys', 50);
  const tags = new Map([...(parameter.tags ?? [])].filter(([key]) => !removed.includes(key)));
  storeOf(context).set(parameter.name, { ...parameter, tags });
  return {};
}

/** ListTagsForResource of a parameter. */
export function listTags(input: JsonObject, context: CallContext): JsonObject {
  assertMembers('ListTagsForResource', input, ['ResourceType', 'ResourceId']);
  return { TagList: [...(taggedParameter(input, context).tags ?? [])].map(([Key, Value]) => ({ Key, Value })) };
}

/** @throws ServiceError (InvalidResourceType, InvalidResourceId) */
function taggedParameter(input: JsonObject, context: CallContext): StoredParameter {
  const type = text(input['ResourceType']);
  if (type !== 'Parameter')
    throw new ServiceError('InvalidResourceType', `The local cloud has parameters, no resources of type ${type}`);
  const id = text(input['ResourceId']);
  const found = storeOf(context).get(id);
  if (found === undefined) throw new ServiceError('InvalidResourceId', `The resource ID isn't valid: ${id}`);
  return found;
}

function tagsOf(input: JsonObject): ReadonlyMap<string, string> {
  const list = isList(input['Tags']) ? input['Tags'] : [];
  return new Map(
    list.flatMap((tag) =>
      typeof tag === 'object' && tag !== null && 'Key' in tag ? [[text(tag.Key), text(tag.Value)] as const] : [],
    ),
  );
}
