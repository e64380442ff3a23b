import type { Breach } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own } from '../json';
import { suggestion } from '../suggest';

/** The transform that CloudFormation runs itself and documents completely. */
export const languageExtensions = 'AWS::LanguageExtensions';

/** Names of pseudo parameters, which `Ref` and `Fn::Sub` take without a declaration. */
export const pseudoParameters: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::NotificationARNs',
  'AWS::NoValue',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

/** The names of `Transform`: one or a list. */
export function transformsOf(template: JsonObject): readonly Json[] {
  const transform = own(template, 'Transform');
  if (transform === undefined) return [];
  return isList(transform) ? transform : [transform];
}

/** Whether the template has the extensions of the language. */
export function hasExtensions(template: JsonObject): boolean {
  return transformsOf(template).includes(languageExtensions);
}

/** The members of a section; none where the section is absent or no object. */
export function membersOf(template: JsonObject, section: string): readonly (readonly [string, Json])[] {
  const found = own(template, section);
  return isObject(found) ? Object.entries(found) : [];
}

type Resources = readonly (readonly [string, JsonObject])[];

/** A template is never changed after it was read; every rule asks for its resources. */
const read = {
  resources: new WeakMap<JsonObject, Resources>(),
  parts: new WeakMap<JsonObject, readonly TemplatePart[]>(),
};

/** The resources of a template that are objects. */
export function resourcesOf(template: JsonObject): Resources {
  const found =
    read.resources.get(template) ??
    membersOf(template, 'Resources').flatMap(([id, value]) => (isObject(value) ? [[id, value] as const] : []));
  read.resources.set(template, found);
  return found;
}

/** A value of a template that may hold functions. */
export interface TemplatePart {
  readonly block: 'Resources' | 'Outputs';
  readonly path: string;
  readonly value: Json;
}

/** Properties of resources and values of outputs. */
export function partsOf(template: JsonObject): readonly TemplatePart[] {
  const found = read.parts.get(template) ?? readParts(template);
  read.parts.set(template, found);
  return found;
}

function readParts(template: JsonObject): readonly TemplatePart[] {
  const resources = resourcesOf(template).map(([id, resource]) => ({
    block: 'Resources' as const,
    path: `/Resources/${id}/Properties`,
    value: own(resource, 'Properties') ?? {},
  }));
  const outputs = membersOf(template, 'Outputs').flatMap(([name, output]) => [
    { block: 'Outputs' as const, path: `/Outputs/${name}/Value`, value: own(output, 'Value') ?? {} },
    {
      block: 'Outputs' as const,
      path: `/Outputs/${name}/Export/Name`,
      value: own(own(output, 'Export'), 'Name') ?? {},
    },
  ]);
  return [...resources, ...outputs];
}

/** A breach at a place of the template. */
export function breach(path: string, problem: string, fix: string): Breach {
  return { pointer: `#${path}`, problem, fix };
}

/** ` - did you mean X?`, or nothing when no name is similar. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = suggestion(name, known);
  return meant === undefined ? '' : ` - did you mean ${meant}?`;
}
