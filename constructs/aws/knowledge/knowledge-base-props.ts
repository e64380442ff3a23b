import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { DataRetention } from '../retention/data-retention';
import type { RecurringSchedule } from '../schedule/recurring-schedule';
import type { Chunking } from './chunking';
import type { VectorIndex } from './vector-index';

/** Documents of a knowledge base: one prefix of a bucket in this account. */
export interface KnowledgeDocuments {
  readonly bucketName: string;
  /** Ends in a slash. @default 'documents/' */
  readonly prefix?: string;
  /**
   * Final for a data source: with another chunking the data source is replaced, and has another name.
   *
   * @default - 300 tokens, of which a fifth repeats the chunk before
   */
  readonly chunking?: Chunking;
  /** Key of the bucket, where it is not `encryptionKey`. @default - encryptionKey */
  readonly keyArn?: string;
}

/** When documents are ingested, and who is told when that fails. */
export interface Ingestion {
  /** Each start ingests what changed since the one before. */
  readonly schedule: RecurringSchedule;
  /** Notified when a start is given up, and when a job or one of its documents fails. @default - nobody; the alarms are there */
  readonly alarmTopic?: ITopic;
  /** Days that the log of ingestions is kept; one of CloudWatch's retention periods. @default 365 */
  readonly logRetentionDays?: number;
}

/** Props of a `BedrockKnowledgeBase`. */
export interface BedrockKnowledgeBaseProps {
  /**
   * At most 84 characters. Bedrock cannot change embedding model and index of a knowledge base, and names are unique in an
   * account and region: let the name follow both.
   *
   * @default - a name that follows from the path, the embedding model and the length of its vectors
   */
  readonly name?: string;
  /**
   * Where the vectors are: an `S3VectorStore`, or the values of another index of S3 Vectors.
   *
   * @default - a store of its own, with the default length of vectors of the embedding model
   */
  readonly store?: VectorIndex;
  /** Foundation-model id of the embedding model. */
  readonly embeddingModelId: string;
  /** Source documents. `documentsIn` takes a bucket of the app. */
  readonly documents: KnowledgeDocuments;
  /** @default - nothing is ingested until somebody starts it */
  readonly ingestion?: Ingestion;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
}
