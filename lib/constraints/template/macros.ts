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
}

/** Runs the loops of a template, and finds what its macros may still change. */
export function withMacros(template: JsonObject): MacroTemplate {
  const expanded = hasLoops(template) ? expandLoops(template, declaredCollection(template)).template : template;
  const kept = resourcesOf(expanded).filter(([id]) => !id.startsWith('Fn::'));
  const anything = transformsOf(template).some((name) => !isOfAws(name));
  const unknown = kept.filter(
    ([, resource]) => anything || isServerless(own(resource, 'Type')) || hasTransform(resource),
  );
  return {
    resources: { ...expanded, Resources: Object.fromEntries(kept) },
    unknown: new Set(unknown.map(([id]) => id)),
  };
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
