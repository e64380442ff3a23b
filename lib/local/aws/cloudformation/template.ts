import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import { serviceTemplateBytes } from '../../../graph/text/template-text';
import { validationError } from '../errors';
import { readTemplateText } from './template-text';

/** What happens to a resource that leaves its stack. */
export type DeletionPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';

/** One entry of `Resources`. */
export interface ResourceDeclaration {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  readonly condition: string | undefined;
  readonly deletionPolicy: DeletionPolicy;
  readonly updateReplacePolicy: DeletionPolicy;
  readonly metadata: Json | undefined;
}

/** One entry of `Outputs`. */
interface OutputDeclaration {
  readonly name: string;
  readonly value: Json;
  readonly description: string | undefined;
  readonly exportName: Json | undefined;
  readonly condition: string | undefined;
}

/** A template of valid shape. Its expressions are not evaluated yet. */
export interface Template {
  readonly description: string | undefined;
  readonly languageExtensions: boolean;
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly rules: JsonObject;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
}

const sections = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Mappings',
  'Conditions',
  'Rules',
  'Transform',
  'Resources',
  'Outputs',
]);
const resourceKeys = new Set([
  'Type',
  'Properties',
  'DependsOn',
  'Condition',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
  'CreationPolicy',
  'UpdatePolicy',
]);
const outputKeys = new Set(['Value', 'Description', 'Export', 'Condition']);
const logicalIdPattern = /^[A-Za-z0-9]+$/;
const extensions = 'AWS::LanguageExtensions';

/** Reads a JSON or YAML template. @throws ServiceError (ValidationError) when it is not well formed. */
export function parseTemplate(text: string): Template {
  const document = readTemplateText(text);
  if (!isObject(document)) throw validationError('Template format error: unsupported structure.');
  const unknown = Object.keys(document).filter((key) => !sections.has(key));
  if (unknown.length > 0) {
    throw validationError(`Invalid template property or properties [${unknown.join(', ')}]`);
  }
  const version = scalarText(document['AWSTemplateFormatVersion']);
  if (version !== undefined && !version.startsWith('2010-09-09')) {
    throw validationError(`Template format error: unsupported value for AWSTemplateFormatVersion: ${version}`);
  }
  const resources = section(document, 'Resources');
  if (Object.keys(resources).length === 0) {
    throw validationError('Template format error: At least one Resources member must be defined.');
  }
  assertQuotas(document, text);
  return {
    description: scalarText(document['Description']),
    languageExtensions: usesLanguageExtensions(document['Transform']),
    parameters: section(document, 'Parameters'),
    mappings: section(document, 'Mappings'),
    conditions: section(document, 'Conditions'),
    rules: section(document, 'Rules'),
    resources: new Map(Object.entries(resources).map(([id, value]) => [id, resource(id, value)])),
    outputs: new Map(Object.entries(section(document, 'Outputs')).map(([id, value]) => [id, output(id, value)])),
  };
}

/** Source: CloudFormation quotas. */
const quotas = { Resources: 500, Outputs: 200, Parameters: 200, Mappings: 200 } as const;

function assertQuotas(document: JsonObject, text: string): void {
  for (const [name, limit] of Object.entries(quotas)) {
    const count = Object.keys(section(document, name)).length;
    if (count > limit) {
      throw validationError(
        `Template format error: Number of ${name.toLowerCase()}, ${count}, is greater than maximum allowed, ${limit}`,
      );
    }
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > serviceTemplateBytes)
    throw validationError(`Template may not exceed ${serviceTemplateBytes} bytes in size, got ${bytes}.`);
}

function section(document: JsonObject, name: string): JsonObject {
  const value = document[name] ?? {};
  if (!isObject(value)) throw validationError(`Template format error: ${name} must be an object.`);
  return value;
}

function usesLanguageExtensions(transform: Json | undefined): boolean {
  if (transform === undefined) return false;
  const names = isList(transform) ? transform : [transform];
  const refused = names.filter((name) => name !== extensions);
  if (refused.length > 0) {
    throw validationError(
      `The local cloud runs no transform but ${extensions}; the template asks for ${JSON.stringify(refused)}`,
    );
  }
  return true;
}

function resource(logicalId: string, value: Json): ResourceDeclaration {
  if (!logicalIdPattern.test(logicalId)) {
    throw validationError(`Template format error: Resource name ${logicalId} is non alphanumeric.`);
  }
  if (!isObject(value)) throw validationError(`Template format error: resource ${logicalId} must be an object.`);
  for (const key of Object.keys(value)) {
    if (!resourceKeys.has(key)) {
      throw validationError(`Invalid template resource property '${key}' in resource ${logicalId}`);
    }
  }
  const type = value['Type'];
  if (typeof type !== 'string') {
    throw validationError(
      `Template format error: [/Resources/${logicalId}] Every Resources object must contain a Type member.`,
    );
  }
  const properties = value['Properties'] ?? {};
  if (!isObject(properties)) {
    throw validationError(`Template format error: [/Resources/${logicalId}/Properties] must be an object.`);
  }
  const deletionPolicy = policy(logicalId, 'DeletionPolicy', value['DeletionPolicy']);
  return {
    logicalId,
    type,
    properties,
    dependsOn: names(`/Resources/${logicalId}/DependsOn`, value['DependsOn']),
    condition: conditionName(`/Resources/${logicalId}/Condition`, value['Condition']),
    deletionPolicy,
    updateReplacePolicy: policy(logicalId, 'UpdateReplacePolicy', value['UpdateReplacePolicy']),
    metadata: value['Metadata'],
  };
}

function output(name: string, value: Json): OutputDeclaration {
  if (!isObject(value) || value['Value'] === undefined || value['Value'] === null) {
    throw validationError(
      `Template format error: [/Outputs/${name}] Every Outputs member must contain a Value object.`,
    );
  }
  for (const key of Object.keys(value)) {
    if (!outputKeys.has(key)) throw validationError(`Invalid template output property '${key}' in output ${name}`);
  }
  const exported = value['Export'];
  if (exported !== undefined && (!isObject(exported) || exported['Name'] === undefined)) {
    throw validationError(`Template format error: [/Outputs/${name}/Export] must contain a Name.`);
  }
  return {
    name,
    value: value['Value'],
    description: scalarText(value['Description']),
    exportName: isObject(exported) ? exported['Name'] : undefined,
    condition: conditionName(`/Outputs/${name}/Condition`, value['Condition']),
  };
}

function names(path: string, value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  const list = isList(value) ? value : [value];
  return list.map((name) => {
    if (typeof name !== 'string')
      throw validationError(`Template format error: [${path}] must be a string or a list of strings.`);
    return name;
  });
}

function conditionName(path: string, value: Json | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw validationError(`Template format error: [${path}] Every Condition member must be a string.`);
}

function policy(logicalId: string, key: string, value: Json | undefined): DeletionPolicy {
  switch (value) {
    case undefined:
      return 'Delete';
    case 'Delete':
    case 'Retain':
    case 'Snapshot':
    case 'RetainExceptOnCreate':
      return value;
    default:
      throw validationError(
        `Template error: ${key} of resource ${logicalId} has the unknown value ${JSON.stringify(value)}`,
      );
  }
}
