import type { JsonObject } from '../json';
import { isObject } from '../json';
import { holdsCalls } from './calls';
import { partsOf, resourcesOf } from './sections';

/** What a template has, in one walk. */
export interface Contents {
  /** Whether a function is called in the properties of a resource or in an output. */
  readonly calls: boolean;
  /** Whether there is a section, or an attribute of a resource or an output, of this name. */
  readonly has: (name: string) => boolean;
}

const known = new WeakMap<JsonObject, Contents>();

/** What a template has. A template is never changed after it was read. */
export function contentsOf(template: JsonObject): Contents {
  const found = known.get(template) ?? readContents(template);
  known.set(template, found);
  return found;
}

function readContents(template: JsonObject): Contents {
  const names = new Set(Object.keys(template));
  for (const [, resource] of resourcesOf(template)) for (const name in resource) names.add(name);
  const outputs = template['Outputs'];
  if (isObject(outputs))
    for (const output of Object.values(outputs))
      if (isObject(output)) for (const name of Object.keys(output)) names.add(name);
  const calls = partsOf(template).some(({ value }) => holdsCalls(value));
  return { calls, has: (name) => names.has(name) };
}
