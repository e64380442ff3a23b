import type { Json } from '../../../constraints/json';
import { isList, isObject, tryParseJson } from '../../../constraints/json';
import type { ExistingResource, Registry } from '../state/registry';

/** Account and region of a check. */
export interface Place {
  readonly registry: Registry;
  readonly account: string;
  readonly region: string;
}

/** The rules of an OpenSearch Serverless policy, which is a text of JSON: one object, or a list of them. */
export function policyRules(text: Json | undefined): readonly PolicyRule[] {
  const policy = typeof text === 'string' ? tryParseJson(text) : text;
  return listed(policy).flatMap((entry) => {
    if (!isObject(entry)) return [];
    const principals = texts(entry['Principal']);
    return listed(entry['Rules']).flatMap((rule) =>
      isObject(rule) ? [{ kind: rule['ResourceType'], resources: texts(rule['Resource']), principals }] : [],
    );
  });
}

/** One rule, with the principals of its entry. */
export interface PolicyRule {
  /** `collection` or `index`. */
  readonly kind: Json | undefined;
  readonly resources: readonly string[];
  readonly principals: readonly string[];
}

/** Whether a rule covers a resource such as `index/notes/chunks`; a pattern ends with `*`. */
export function covers(rule: PolicyRule, resource: string): boolean {
  return rule.resources.some(
    (pattern) => pattern === resource || (pattern.endsWith('*') && resource.startsWith(pattern.slice(0, -1))),
  );
}

/** The rules of every data access policy for an index. */
export function accessRules({ registry, account, region }: Place, index: string): readonly PolicyRule[] {
  return registry
    .list('AWS::OpenSearchServerless::AccessPolicy', account, region)
    .filter(({ properties }) => properties['Type'] === 'data')
    .flatMap(({ properties }) => policyRules(properties['Policy']))
    .filter((rule) => rule.kind === 'index' && covers(rule, index));
}

/** The collection with an ARN or endpoint. */
export function collectionOf(
  { registry, account, region }: Place,
  arnOrEndpoint: string,
): ExistingResource | undefined {
  return registry
    .list('AWS::OpenSearchServerless::Collection', account, region)
    .find(({ arn, physicalId }) => arn === arnOrEndpoint || arnOrEndpoint.startsWith(`https://${physicalId}.`));
}

/** The vector index of a collection, by name. */
export function indexOf(
  { registry, account, region }: Place,
  collection: ExistingResource,
  name: string,
): ExistingResource | undefined {
  return registry
    .list('AWS::OpenSearchServerless::Index', account, region)
    .find(
      ({ properties: { IndexName: indexName, CollectionEndpoint: endpoint } }) =>
        indexName === name && typeof endpoint === 'string' && endpoint.startsWith(`https://${collection.physicalId}.`),
    );
}

/** The value at a path of keys. */
export function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((current, key) => (isObject(current) ? current[key] : undefined), value);
}

function texts(value: Json | undefined): readonly string[] {
  return listed(value).filter((item) => typeof item === 'string');
}

function listed(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : isList(value) ? value : [value];
}
