import { isList, valueAt } from '../../policy';
import type { Rule } from '../../rule';

/** Key under which a Bedrock knowledge base writes the text of a chunk. */
const textKey = 'AMAZON_BEDROCK_TEXT';

/**
 * An S3 Vectors index behind a Bedrock knowledge base does not filter by the text of a chunk. Filterable metadata is
 * limited to 2 KB a vector, so ingestion fails at the first longer chunk. Source: Amazon S3 user guide, S3 Vectors
 * limitations; langchain-ai/langchain-aws issue 693; read 2026-11-30.
 */
export const bedrockTextFilterable: Rule = {
  code: 'BedrockTextFilterable',
  family: 'vector',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'Ingestion fails at the first chunk of more than 2 KB.',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-limitations.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::S3Vectors::Index'],
  check(node, _context, graph) {
    const keys = valueAt(node.properties.MetadataConfiguration, 'NonFilterableMetadataKeys');
    if (keys !== undefined && (!isList(keys) || keys.includes(textKey))) return [];
    const used = graph
      .referrersOf(node)
      .filter(({ type }) => type === 'AWS::Bedrock::KnowledgeBase')
      .some((base) => {
        const store = valueAt(base.properties.StorageConfiguration, 'S3VectorsConfiguration');
        return graph.referencedBy(store, base).includes(node);
      });
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
