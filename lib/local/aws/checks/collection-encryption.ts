import type { Json } from '../json';
import { isList, isObject, scalarText, tryParseJson } from '../json';
import type { ResourceCheck } from './check';

/** An OpenSearch Serverless collection needs an encryption policy that covers its name before it is created. */
export const collectionEncryption: ResourceCheck = ({ properties, registry, account, region }) => {
  if (properties['EncryptionConfig'] !== undefined || properties['CollectionGroupName'] !== undefined) return undefined;
  const name = scalarText(properties['Name']) ?? '';
  const covered = registry
    .list('AWS::OpenSearchServerless::SecurityPolicy', account, region)
    .some((policy) => policy.properties['Type'] === 'encryption' && covers(policy.properties['Policy'], name));
  return covered
    ? undefined
    : `No matching security policy of encryption type found for collection name: ${name}. Please create security policy of encryption type for this collection. (#/Name)`;
};

function covers(text: Json | undefined, name: string): boolean {
  const policy = typeof text === 'string' ? tryParseJson(text) : text;
  const rules = isObject(policy) ? policy['Rules'] : undefined;
  return (isList(rules) ? rules : []).some((rule) => {
    const resources = isObject(rule) && rule['ResourceType'] === 'collection' ? rule['Resource'] : undefined;
    return (isList(resources) ? resources : []).some(
      (resource) =>
        resource === `collection/${name}` ||
        (typeof resource === 'string' &&
          resource.endsWith('*') &&
          `collection/${name}`.startsWith(resource.slice(0, -1))),
    );
  });
}
