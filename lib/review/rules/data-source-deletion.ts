import type { Rule } from '../finding';
import { referencedBy } from '../referenced';

/**
 * A data source that is deleted with its vector store does not delete from the store first. With the default policy the
 * stack stays in DELETE_FAILED when the store goes first. Source: aws-ia/terraform-aws-bedrock pull request 123 and
 * ekristen/aws-nuke issue 431, read 2026-11-30.
 */
export const dataSourceDeletion: Rule = {
  code: 'DataSourceDeletion',
  check(node, _context, graph) {
    if (node.type !== 'AWS::Bedrock::DataSource') return [];
    const policy = node.properties.DataDeletionPolicy;
    if (policy !== undefined && policy !== 'DELETE') return [];
    const stores = referencedBy(node.properties.KnowledgeBaseId, node, graph).flatMap((base) =>
      referencedBy(base.properties.StorageConfiguration, base, graph),
    );
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
