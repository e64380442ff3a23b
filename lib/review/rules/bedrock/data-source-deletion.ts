import type { Rule } from '../../rule';

/**
 * A data source that is deleted with its vector store does not delete from the store first. With the default policy the
 * stack stays in DELETE_FAILED when the store goes first. Source: aws-ia/terraform-aws-bedrock pull request 123 and
 * ekristen/aws-nuke issue 431, read 2026-11-30.
 */
export const dataSourceDeletion: Rule = {
  code: 'DataSourceDeletion',
  family: 'bedrock',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The stack stays in DELETE_FAILED when the store goes first.',
  source: { url: 'https://github.com/aws-ia/terraform-aws-bedrock/pull/123', asOf: '2026-11-30' },
  types: ['AWS::Bedrock::DataSource'],
  check(node, _context, graph) {
    const policy = node.properties.DataDeletionPolicy;
    if (policy !== undefined && policy !== 'DELETE') return [];
    const stores = graph
      .referencedBy(node.properties.KnowledgeBaseId, node)
      .flatMap((base) => graph.referencedBy(base.properties.StorageConfiguration, base));
    if (stores.length === 0) return [];
    return [
      {
        path: 'DataDeletionPolicy',
        message: 'deletes its vectors before it is deleted, from a store that the same stack deletes',
        fix: 'set DataDeletionPolicy to RETAIN: the vectors are deleted with their store',
      },
    ];
  },
};
