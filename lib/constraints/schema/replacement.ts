import type { PropertyType } from '@aws-cdk/service-spec-types';
import type { Json } from '../json';
import { isList, isObject, sameJson } from '../json';
import type { SpecificationProperty } from './service-spec';
import { nestedProperties, resourceSchema } from './service-spec';
import { isCustomResource } from './special-types';

/** Whether a property change recreates the resource, as DescribeChangeSet writes it. */
export type RequiresRecreation = 'Never' | 'Conditionally' | 'Always';

const rank: readonly RequiresRecreation[] = ['Never', 'Conditionally', 'Always'];

/** The strictest of several answers. */
export function strictest(answers: readonly RequiresRecreation[]): RequiresRecreation {
  return answers.reduce((worst, answer) => (rank.indexOf(answer) > rank.indexOf(worst) ? answer : worst), 'Never');
}

/** Whether a change of one top-level property recreates the resource, as the registry declares it. */
export function requiresRecreation(
  type: string,
  name: string,
  before: Json | undefined,
  after: Json | undefined,
): RequiresRecreation {
  if (isCustomResource(type)) return name === 'ServiceToken' ? 'Always' : 'Never';
  const schema = resourceSchema(type);
  const property = schema?.properties[name];
  if (schema === undefined || property === undefined) return 'Never';
  const extra = schema.replacementPaths.some(
    ([head, ...rest]) => head === name && !sameJson(at(before, rest), at(after, rest)),
  );
  return extra ? 'Always' : ofProperty(property, before, after);
}

function ofProperty(
  property: SpecificationProperty,
  before: Json | undefined,
  after: Json | undefined,
): RequiresRecreation {
  if (sameJson(before, after)) return 'Never';
  if (property.causesReplacement === 'yes') return 'Always';
  const declared: RequiresRecreation = property.causesReplacement === 'maybe' ? 'Conditionally' : 'Never';
  return strictest([declared, recreationWithin(property.type, before, after)]);
}

/** Whether a change inside a value of a type recreates the resource: the strictest of the properties in it that differ. */
export function recreationWithin(
  type: PropertyType,
  before: Json | undefined,
  after: Json | undefined,
): RequiresRecreation {
  if (type.type === 'array' && isList(before) && isList(after)) {
    return strictest(before.map((element, index) => recreationWithin(type.element, element, after[index])));
  }
  const nested = nestedProperties(type);
  if (nested === undefined) return 'Never';
  // A value that is added or removed as a whole changes every property in it.
  const [left, right] = [before ?? {}, after ?? {}];
  if (!isObject(left) || !isObject(right)) return 'Never';
  return strictest(Object.entries(nested).map(([name, property]) => ofProperty(property, left[name], right[name])));
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((current, key) => (isObject(current) ? current[key] : undefined), value);
}
