import type { Constraint } from '../constraint';
import type { Json } from '../json';
import { isList } from '../json';
import { at, listAt, textAt } from '../value';
import { readTextDocument } from './document-text';
import { collectionOf, covers, policyRules } from './search-policy';

const bedrock = 'bedrock.amazonaws.com';

/** Bedrock reaches a collection that everybody reaches, or whose network policy names the service. */
export const knowledgeBaseNetwork: Constraint = {
  id: 'knowledge-base-network',
  types: ['AWS::Bedrock::KnowledgeBase'],
  source: {
    url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html',
    asOf: '2026-11-30',
  },
  check({ properties }, surroundings) {
    const arn = at(properties, 'StorageConfiguration', 'OpensearchServerlessConfiguration', 'CollectionArn');
    const name = textAt(collectionOf(surroundings, arn)?.properties, 'Name');
    if (name === undefined || surroundings.complete !== true) return [];
    const entries = surroundings
      .list('AWS::OpenSearchServerless::SecurityPolicy')
      .filter((policy) => policy.properties['Type'] === 'network')
      .flatMap((policy) => entriesOf(policy.properties['Policy']))
      .filter((entry) =>
        policyRules(entry).some((rule) => rule.kind === 'collection' && covers(rule, `collection/${name}`)),
      );
    const open = entries.some(
      (entry) => textAt(entry, 'AllowFromPublic') === 'true' || listAt(entry, 'SourceServices').includes(bedrock),
    );
    if (open) return [];
    return [
      {
        pointer: '#/StorageConfiguration/OpensearchServerlessConfiguration/CollectionArn',
        problem: `Bedrock does not reach the collection ${name}: no network policy that covers it allows the public or ${bedrock}`,
        fix: `Name ${bedrock} in SourceServices of a network policy for collection/${name}, and let the knowledge base depend on it.`,
      },
    ];
  },
};

/** The entries of a network policy. */
function entriesOf(policy: Json | undefined): readonly Json[] {
  const document = readTextDocument(policy);
  return document.state === 'read' && isList(document.value) ? document.value : [];
}
