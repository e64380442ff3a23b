import type { Construct } from 'constructs';
import { BedrockKnowledgeBase, PrivateBucket, S3VectorStore } from '../../constructs/aws';
import { PlatformStack } from './platform-stack';
import type { PlatformStackProps } from './platform-stack';

/** Documents and the vectors made of them; stateful, and so apart from what serves. */
export class KnowledgeStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'knowledge', props, 'documents, vectors and knowledge bases');
    const { dataRetention, knowledge } = props.aws;
    const encryptionKey = this.encryptionKey();
    const kept = { encryptionKey, dataRetention };
    for (const bucketName of new Set(Object.values(knowledge.bases).map((base) => base.sourceBucketName))) {
      new PrivateBucket(this, `Documents-${bucketName}`, { bucketName, ...kept });
    }
    for (const [key, base] of Object.entries(knowledge.bases)) {
      const store = new S3VectorStore(this, `Vectors-${key}`, { ...base, ...kept });
      const knowledgeBase = new BedrockKnowledgeBase(this, `Base-${key}`, {
        ...base,
        indexArn: store.indexArn,
        documents: { bucketName: base.sourceBucketName, prefix: base.prefix },
        encryptionKey,
      });
      this.parameters.publish(`knowledge/knowledge-base-id/${key}`, knowledgeBase.resource.attrKnowledgeBaseId);
      this.parameters.publish(`knowledge/data-source-id/${key}`, knowledgeBase.dataSource.attrDataSourceId);
    }
  }
}
