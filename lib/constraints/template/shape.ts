import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own, scalarText } from '../json';
import { isCustomResource } from '../schema/special-types';
import { breach, hasExtensions, membersOf } from './sections';

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
  'Hooks',
]);
const objectSections = ['Parameters', 'Mappings', 'Conditions', 'Rules', 'Resources', 'Outputs', 'Metadata'] as const;
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
  // aws-cdk-lib writes it for `cfnOptions.description`; "not processed in any way" (its documentation, read 2026-11-30).
  'Description',
]);
const outputKeys = new Set(['Value', 'Description', 'Export', 'Condition']);
const alphanumeric = /^[A-Za-z0-9]+$/;

/** The shape of a template: its sections, and what a resource and an output may hold. */
export const templateShape: TemplateConstraint = {
  id: 'template-shape',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
    asOf: '2026-11-30',
  },
  check(template) {
    return [
      ...sectionBreaches(template),
      ...resourcesBreaches(template),
      ...membersOf(template, 'Outputs').flatMap(([name, value]) => outputBreaches(name, value)),
    ];
  },
};

function resourcesBreaches(template: JsonObject): readonly Breach[] {
  const extended = hasExtensions(template);
  return membersOf(template, 'Resources').flatMap(([id, value]) => resourceBreaches(id, value, extended));
}

function sectionBreaches(template: JsonObject): readonly Breach[] {
  const found: Breach[] = [];
  const unknown = Object.keys(template).filter((key) => !sections.has(key));
  if (unknown.length > 0) {
    const problem = `Invalid template property or properties [${unknown.join(', ')}]`;
    found.push(breach(`/${unknown[0] ?? ''}`, problem, 'remove them, or put them under Metadata'));
  }
  const version = scalarText(own(template, 'AWSTemplateFormatVersion'));
  if (version !== undefined && !version.startsWith('2010-09-09')) {
    const problem = `Template format error: unsupported value for AWSTemplateFormatVersion: ${version}`;
    found.push(breach('/AWSTemplateFormatVersion', problem, 'write 2010-09-09'));
  }
  for (const name of objectSections) {
    const value = own(template, name) ?? {};
    if (!isObject(value)) {
      found.push(breach(`/${name}`, `Template format error: ${name} must be an object.`, 'write an object'));
    }
  }
  const resources = own(template, 'Resources') ?? {};
  if (isObject(resources) && Object.keys(resources).length === 0) {
    const problem = 'Template format error: At least one Resources member must be defined.';
    found.push(breach('/Resources', problem, 'declare a resource'));
  }
  return found;
}

function resourceBreaches(id: string, value: Json, extended: boolean): readonly Breach[] {
  const path = `/Resources/${id}`;
  const found: Breach[] = [];
  const add = (place: string, problem: string, fix: string): void => void found.push(breach(place, problem, fix));
  if (!alphanumeric.test(id))
    add(path, `Template format error: Resource name ${id} is non alphanumeric.`, 'use letters and digits only');
  if (!isObject(value)) {
    add(path, `Template format error: resource ${id} must be an object.`, 'write an object with Type');
    return found;
  }
  const type = own(value, 'Type');
  const allowed = (name: string): boolean =>
    resourceKeys.has(name) || (name === 'Version' && typeof type === 'string' && isCustomResource(type));
  for (const key of Object.keys(value).filter((name) => !allowed(name))) {
    add(
      `${path}/${key}`,
      `Invalid template resource property '${key}' in resource ${id}`,
      'remove it, or put it under Properties',
    );
  }
  if (typeof type !== 'string') {
    add(path, `Template format error: [${path}] Every Resources object must contain a Type member.`, 'add Type');
  }
  if (!isObject(own(value, 'Properties') ?? {})) {
    add(`${path}/Properties`, `Template format error: [${path}/Properties] must be an object.`, 'write an object');
  }
  if (!isNames(own(value, 'DependsOn'))) {
    const problem = `Template format error: [${path}/DependsOn] must be a string or a list of strings.`;
    add(`${path}/DependsOn`, problem, 'name logical ids');
  }
  found.push(...conditionBreaches(`${path}/Condition`, own(value, 'Condition')));
  const properties = own(value, 'Properties') ?? {};
  if (holdsNull(properties)) found.push(...nullBreaches(properties, `${path}/Properties`));
  for (const key of ['DeletionPolicy', 'UpdateReplacePolicy'] as const) {
    const policy = own(value, key);
    if (policy === undefined || typeof policy === 'string' || (extended && isObject(policy))) continue;
    const problem = `Template format error: Every ${key} member must be a string. (${path}/${key})`;
    const fix = isObject(policy)
      ? 'write the policy itself, or add Transform: AWS::LanguageExtensions'
      : 'write one of Delete, Retain, RetainExceptOnCreate, Snapshot';
    add(`${path}/${key}`, problem, fix);
  }
  return found;
}

function holdsNull(value: Json): boolean {
  if (typeof value !== 'object') return false;
  if (value === null) return true;
  if (isList(value)) return value.some(holdsNull);
  for (const key in value) if (holdsNull(value[key] ?? null)) return true;
  return false;
}

/** Words of the service: GitHub, many reports of `'null' values are not allowed in templates`, read 2026-11-30. */
function nullBreaches(value: Json, path: string): readonly Breach[] {
  if (value === null)
    return [breach(path, `[${path}] 'null' values are not allowed in templates`, 'leave the key out, or give a value')];
  const children = isList(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return children.flatMap(([key, child]) => nullBreaches(child, `${path}/${key}`));
}

function outputBreaches(name: string, value: Json): readonly Breach[] {
  const path = `/Outputs/${name}`;
  const found: Breach[] = [];
  if (!alphanumeric.test(name)) {
    const problem = `Template format error: Output name ${name} is non alphanumeric.`;
    found.push(breach(path, problem, 'use letters and digits only'));
  }
  if ((own(value, 'Value') ?? null) === null) {
    const problem = `Template format error: [${path}] Every Outputs member must contain a Value object.`;
    return [...found, breach(path, problem, 'add Value')];
  }
  for (const key of Object.keys(isObject(value) ? value : {}).filter((member) => !outputKeys.has(member))) {
    found.push(breach(`${path}/${key}`, `Invalid template output property '${key}' in output ${name}`, 'remove it'));
  }
  const exported = own(value, 'Export');
  if (exported !== undefined && own(exported, 'Name') === undefined) {
    const problem = `Template format error: [${path}/Export] must contain a Name.`;
    found.push(breach(`${path}/Export`, problem, 'add Name'));
  }
  return [...found, ...conditionBreaches(`${path}/Condition`, own(value, 'Condition'))];
}

function conditionBreaches(path: string, value: Json | undefined): readonly Breach[] {
  if (value === undefined || typeof value === 'string') return [];
  const problem = `Template format error: [${path}] Every Condition member must be a string.`;
  return [breach(path, problem, 'name a condition of the Conditions section')];
}

function isNames(value: Json | undefined): boolean {
  const names = isList(value) ? value : [value ?? ''];
  return names.every((name) => typeof name === 'string');
}
