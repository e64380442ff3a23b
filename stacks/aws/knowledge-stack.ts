import type { Construct } from 'constructs';
import { BedrockKnowledgeBase, BucketReplication, PrivateBucket, S3VectorStore } from '../../constructs/aws';
import { CodedError } from '../../lib/messages';
import type { SettledAwsPlan } from '../../lib/plan';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/**
 * Documents, vectors and knowledge bases. They are stateful, and therefore separate from the stack that serves.
 *
 * @throws CodedError `SeveralSourceBuckets` when the knowledge bases of the environment do not share one bucket
 */
export class KnowledgeStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'knowledge', props, 'documents, vectors and knowledge bases');
    const { dataRetention, foundation, knowledge } = props.aws;
    const kept = { encryptionKey: this.encryptionKey(), dataRetention };
    const documents = new PrivateBucket(this, 'Documents', {
      bucketName: this.documentsBucketName(props.aws),
      ...kept,
    });
    const { standby } = props.aws;
    if (standby?.documentsBucketArn !== undefined) {
      new BucketReplication(this, 'Standby', {
        bucket: documents.resource,
        encryptionKey: kept.encryptionKey,
        destination: { region: standby.region, bucketArn: standby.documentsBucketArn, keyArn: standby.keyArn },
      });
    }
    const scheduled = Object.values(knowledge.bases).some(({ ingestionSchedule }) => ingestionSchedule !== undefined);
    const watched = {
      logRetentionDays: foundation.logs.retentionDays,
      ...(scheduled ? { alarmTopic: this.alarmTopic() } : {}),
    };
    for (const [key, base] of Object.entries(knowledge.bases)) {
      const store = new S3VectorStore(this, `Vectors-${key}`, { ...base, ...kept });
      const knowledgeBase = new BedrockKnowledgeBase(this, `Base-${key}`, {
        ...base,
        store,
        documents: { bucketName: base.sourceBucketName, prefix: base.prefix, chunking: base.chunking },
        ...(base.ingestionSchedule === undefined
          ? {}
          : { ingestion: { schedule: base.ingestionSchedule, ...watched } }),
        ...kept,
      });
      this.parameters.publish(`knowledge/knowledge-base-id/${key}`, knowledgeBase.resource.attrKnowledgeBaseId);
      this.parameters.publish(`knowledge/data-source-id/${key}`, knowledgeBase.dataSource.attrDataSourceId);
    }
  }

  /** An environment has one bucket for documents, with a prefix for each knowledge base. */
  private documentsBucketName(aws: SettledAwsPlan): string {
    const names = [...new Set(Object.values(aws.knowledge.bases).map((base) => base.sourceBucketName))];
    const [name, ...others] = names;
    if (name !== undefined && others.length === 0) return name;
    throw new CodedError('SeveralSourceBuckets', {
      place: `${this.node.path}: knowledge.bases`,
      message: 'the knowledge bases have different source buckets',
      got: names,
      expected: 'one bucket for the environment',
    });
  }
}
