import type { ConcernDraft, ConcernFamily } from './concern';

/** Types that hold vectors, or what makes them. */
const indexTypes: ReadonlySet<string> = new Set([
  'AWS::Bedrock::KnowledgeBase',
  'AWS::Bedrock::DataSource',
  'AWS::S3Vectors::Index',
  'AWS::S3Vectors::VectorBucket',
  'AWS::OpenSearchServerless::Collection',
  'AWS::OpenSearchServerless::Index',
  'azure-native:search:Service',
]);

/** An index that has to be filled again, with its cost and time where they are known. */
export const reindex: ConcernFamily = {
  ofChange({ change, after }, context): readonly ConcernDraft[] {
    if (!indexTypes.has(change.type) || change.kind !== 'replace' || after === undefined) return [];
    const cost = context.reindex?.(after) ?? 'cost and time are unknown, as is the number of documents';
    const cause = change.causes[0] ?? '';
    return [
      {
        code: 'Reindex',
        level: 'warning',
        path: cause,
        message: `every document has to be embedded again: ${cost}`,
        fix: 'fill the new index beside the old one, and change the readers afterwards',
      },
    ];
  },
};
