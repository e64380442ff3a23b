import type { Json, JsonObject } from '../json';
import { isList, isObject, own } from '../json';
import { declaredCollection, expandLoops, hasLoops } from './for-each';
import { resourcesOf, transformsOf } from './sections';

/** What is known of a template before its macros run. */
export interface MacroTemplate {
  /** The template with its loops run, as far as their collections are known, and without macros in place of resources. */
  readonly resources: JsonObject;
  /** Logical ids of resources that a macro makes of something else: their types and properties are not CloudFormation's. */
  readonly unknown: ReadonlySet<string>;
  /** Paths of what makes resources that are not known yet: loops, and macros in the place of a resource. */
  readonly makers: readonly string[];
}

/** Runs the loops of a template, and finds what its macros may still change. */
export function withMacros(template: JsonObject): MacroTemplate {
  const { template: expanded, loops } = hasLoops(template)
    ? expandLoops(template, declaredCollection(template))
    : { template, loops: [] };
  const declared = resourcesOf(expanded);
  const kept = declared.filter(([id]) => !isMacro(id));
  const hidden = loops.map((loop) => resourceAround(loop));
  const anything = transformsOf(template).some((name) => !isOfAws(name));
  const unknown = kept.filter(
    ([id, resource]) =>
      anything ||
      isServerless(own(resource, 'Type')) ||
      hasTransform(resource) ||
      hidden.some((names) => names?.test(id) === true),
  );
  return {
    resources: { ...expanded, Resources: Object.fromEntries(kept) },
    unknown: new Set(unknown.map(([id]) => id)),
    makers: [...loops, ...declared.filter(([id]) => isMacro(id)).map(([id]) => `/Resources/${id}`)],
  };
}

function isMacro(id: string): boolean {
  return id.startsWith('Fn::');
}

/** The names of the resources that a loop lies in; undefined for a loop that makes resources or other sections. */
function resourceAround(loop: string): RegExp | undefined {
  const [section, ...rest] = loop.split('/').slice(1);
  // A loop is a list: its body is the third element.
  while (rest[0]?.startsWith('Fn::') === true) rest.splice(0, 2);
  const [id] = rest;
  if (section !== 'Resources' || id === undefined) return undefined;
  // The identifiers of the loops around it stand for any text.
  const parts = id.split(/[$&]\{\w+\}/).map((part) => part.replaceAll(/\W/g, '.'));
  return new RegExp(`^${parts.join('\\w*')}$`);
}

/** The transforms of AWS change no resource of another type than their own; a macro can change every one. */
function isOfAws(transform: Json): boolean {
  const name = isObject(transform) ? own(transform, 'Name') : transform;
  return typeof name === 'string' && name.startsWith('AWS::');
}

/** The transform of SAM knows other properties than the type of the same name in the registry. */
function isServerless(type: Json | undefined): boolean {
  return typeof type === 'string' && type.startsWith('AWS::Serverless::');
}

function hasTransform(value: Json): boolean {
  if (isList(value)) return value.some(hasTransform);
  return (
    isObject(value) && Object.entries(value).some(([key, child]) => key === 'Fn::Transform' || hasTransform(child))
  );
}
