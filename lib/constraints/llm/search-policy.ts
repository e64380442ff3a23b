import type { KnownResource, Surroundings } from '../constraint';
import type { Json } from '../json';
import { isList, isObject, tryParseJson } from '../json';
import { at, textAt } from '../value';

/** One rule of a policy of OpenSearch Serverless, with the principals of its entry. */
export interface PolicyRule {
  /** `collection` or `index`. */
  readonly kind: Json | undefined;
  readonly resources: readonly string[];
  readonly principals: readonly string[];
}

/** The rules of a policy, which is a text of JSON: one object, or a list of them. */
export function policyRules(text: Json | undefined): readonly PolicyRule[] {
  const policy = typeof text === 'string' ? tryParseJson(text) : text;
  return listed(policy).flatMap((entry) => {
    const principals = texts(at(entry, 'Principal'));
    return listed(at(entry, 'Rules')).flatMap((rule) =>
      isObject(rule) ? [{ kind: rule['ResourceType'], resources: texts(rule['Resource']), principals }] : [],
    );
  });
}

/** Whether a rule covers a resource such as `index/notes/chunks`; a pattern ends with `*`. */
export function covers(rule: PolicyRule, resource: string): boolean {
  return rule.resources.some(
    (pattern) => pattern === resource || (pattern.endsWith('*') && resource.startsWith(pattern.slice(0, -1))),
  );
}

/** The rules of every data access policy for an index; undefined where not every policy is known. */
export function accessRules({ list, complete }: Surroundings, index: string): readonly PolicyRule[] | undefined {
  if (complete !== true) return undefined;
  return list('AWS::OpenSearchServerless::AccessPolicy')
    .filter(({ properties }) => properties['Type'] === 'data')
    .flatMap(({ properties }) => policyRules(properties['Policy']))
    .filter((rule) => rule.kind === 'index' && covers(rule, index));
}

/** The collection that an ARN or endpoint names, where it is known. */
export function collectionOf({ named }: Surroundings, arnOrEndpoint: Json | undefined): KnownResource | undefined {
  const found = named(['AWS::OpenSearchServerless::Collection'], arnOrEndpoint);
  return typeof found === 'string' ? undefined : found;
}

/** The vector index of a collection by name, where it is known. */
export function indexOf(
  surroundings: Surroundings,
  collection: KnownResource,
  name: string,
): KnownResource | undefined {
  return surroundings
    .list('AWS::OpenSearchServerless::Index')
    .find(
      ({ properties }) =>
        textAt(properties, 'IndexName') === name &&
        collectionOf(surroundings, properties['CollectionEndpoint'])?.properties === collection.properties,
    );
}

function texts(value: Json | undefined): readonly string[] {
  return listed(value).filter((item) => typeof item === 'string');
}

function listed(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : isList(value) ? value : [value];
}
