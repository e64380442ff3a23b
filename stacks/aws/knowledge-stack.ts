import type { Construct } from 'constructs';
import { BedrockKnowledgeBase, PrivateBucket, S3VectorStore } from '../../constructs/aws';
import type { SettledAwsPlan } from '../../lib/plan';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/** Documents and the vectors made of them; stateful, and so apart from what serves. */
export class KnowledgeStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'knowledge', props, 'documents, vectors and knowledge bases');
    const { dataRetention, knowledge } = props.aws;
    const kept = { encryptionKey: this.encryptionKey(), dataRetention };
    new PrivateBucket(this, 'Documents', { bucketName: documentsBucketName(props.aws), ...kept });
    for (const [key, base] of Object.entries(knowledge.bases)) {
      const store = new S3VectorStore(this, `Vectors-${key}`, { ...base, ...kept });
      const knowledgeBase = new BedrockKnowledgeBase(this, `Base-${key}`, {
        ...base,
        indexArn: store.indexArn,
        documents: { bucketName: base.sourceBucketName, prefix: base.prefix, chunking: base.chunking },
        ...kept,
      });
      this.parameters.publish(`knowledge/knowledge-base-id/${key}`, knowledgeBase.resource.attrKnowledgeBaseId);
      this.parameters.publish(`knowledge/data-source-id/${key}`, knowledgeBase.dataSource.attrDataSourceId);
    }
  }
}

/** An environment has one bucket for documents, and each base a prefix in it. */
function documentsBucketName(aws: SettledAwsPlan): string {
  const [name, ...others] = new Set(Object.values(aws.knowledge.bases).map((base) => base.sourceBucketName));
  if (name !== undefined && others.length === 0) return name;
  throw new Error(
    `knowledge.bases: got source buckets ${[name, ...others].join(', ')}, expected one for the environment; use prefixes`,
  );
}
