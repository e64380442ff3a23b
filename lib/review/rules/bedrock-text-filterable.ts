import type { Rule } from '../finding';
import { isList, valueAt } from '../policy';
import { referencedBy } from '../referenced';

/** Key under which a Bedrock knowledge base writes the text of a chunk. */
const textKey = 'AMAZON_BEDROCK_TEXT';

/**
 * An S3 Vectors index behind a Bedrock knowledge base does not filter by the text of a chunk. Filterable metadata is
 * limited to 2 KB a vector, so ingestion fails at the first longer chunk. Source: Amazon S3 user guide, S3 Vectors
 * limitations; langchain-ai/langchain-aws issue 693; read 2026-11-30.
 */
export const bedrockTextFilterable: Rule = {
  code: 'BedrockTextFilterable',
  check(node, _context, graph) {
    if (node.type !== 'AWS::S3Vectors::Index') return [];
    const keys = valueAt(node.properties.MetadataConfiguration, 'NonFilterableMetadataKeys');
    if (keys !== undefined && (!isList(keys) || keys.includes(textKey))) return [];
    const used = graph.some(
      (other) =>
        other.type === 'AWS::Bedrock::KnowledgeBase' &&
        other.stack === node.stack &&
        referencedBy(valueAt(other.properties.StorageConfiguration, 'S3VectorsConfiguration'), other, graph).includes(
          node,
        ),
    );
    if (!used) return [];
    return [
      {
        path: 'MetadataConfiguration.NonFilterableMetadataKeys',
        message: `the text of a chunk is filterable: ${textKey} is not in the list`,
        fix: `add ${textKey} to the list; the property is create-only, so the index is replaced`,
      },
    ];
  },
};
