import { Stack } from 'aws-cdk-lib';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { bucketName, logRetentionSteps, objectPrefix } from '../props/grammars';
import type { Grammar, PropProblem } from '../props/prop-problem';
import { inGrammar, oneOf, refuseProps } from '../props/prop-problem';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import { scheduleProblems } from '../schedule/recurring-schedule';
import { ScheduledStart } from '../schedule/scheduled-start';
import { chunkingConfiguration, chunkingName, chunkingProblems } from './chunking';
import { IngestionLog } from './ingestion-log';
import type { IKnowledgeBase } from './knowledge-base-grants';
import { ImportedKnowledgeBase, KnowledgeBaseGrants } from './knowledge-base-grants';
import type { BedrockKnowledgeBaseProps, Ingestion } from './knowledge-base-props';
import { KnowledgeBaseRole } from './knowledge-base-role';
import type { SettledKnowledgeBase } from './knowledge-defaults';
import { settleKnowledgeBase } from './knowledge-defaults';

/** Key under which Bedrock writes the text of a chunk. S3 Vectors allows 2 KB of filterable metadata per vector. */
const textKey = 'AMAZON_BEDROCK_TEXT';

/** CreateKnowledgeBase in the API reference of Bedrock, read 2026-11-30, less the characters of the chunking. */
const baseName: Grammar = {
  pattern: /^(?=.{1,84}$)([0-9a-zA-Z][_-]?)+$/,
  expected: 'at most 84 letters and digits, with single hyphens or underscores between them',
  fix: 'write a shorter name, such as support-dev-handbook',
};

function problemsOf({ name, store, documents }: SettledKnowledgeBase): readonly (readonly PropProblem[])[] {
  const { bucketName: bucket, prefix, chunking } = documents;
  return [
    inGrammar('name', name, baseName),
    store.nonFilterableMetadataKeys.includes(textKey)
      ? []
      : [
          {
            prop: 'store.nonFilterableMetadataKeys',
            got: store.nonFilterableMetadataKeys,
            expected: `a list with ${textKey}: ingestion fails at the first chunk above the 2 KB of filterable metadata`,
            fix: `create the index with nonFilterableMetadataKeys ['AMAZON_BEDROCK_METADATA', '${textKey}']`,
          },
        ],
    inGrammar('documents.bucketName', bucket, bucketName),
    inGrammar('documents.prefix', prefix, objectPrefix),
    chunkingProblems('documents.chunking', chunking),
  ];
}

function ingestionProblems(ingestion: Ingestion | undefined): readonly PropProblem[] {
  if (ingestion === undefined) return [];
  const { schedule, logRetentionDays = keptByDefault.logRetentionDays } = ingestion;
  return [
    ...scheduleProblems('ingestion.schedule', schedule),
    ...oneOf('ingestion.logRetentionDays', logRetentionDays, logRetentionSteps),
  ];
}

/**
 * A Bedrock knowledge base for the documents of one prefix.
 *
 * Creates the knowledge base on an S3 Vectors index, its S3 data source and their role. The role may invoke one embedding
 * model, read one prefix and use one index. A deployment ingests nothing; `ingestion` starts it on a schedule, keeps its log and
 * raises an alarm where it fails. Billed per token embedded and per query; the
 * knowledge base itself is free.
 *
 * @example
 * const embeddingModelId = 'amazon.titan-embed-text-v2:0';
 * const base = new BedrockKnowledgeBase(this, 'Handbook', { embeddingModelId, documents: documentsIn(bucket) });
 * base.grants.retrieve(role);
 * @throws CodedError `InvalidProps`
 */
export class BedrockKnowledgeBase extends Construct implements IKnowledgeBase, iam.IGrantable {
  /** A knowledge base that another app made, in this account and region. */
  static fromKnowledgeBaseId(scope: Construct, id: string, knowledgeBaseId: string): IKnowledgeBase {
    return new ImportedKnowledgeBase(scope, id, knowledgeBaseId);
  }

  readonly resource: bedrock.CfnKnowledgeBase;
  readonly dataSource: bedrock.CfnDataSource;
  readonly knowledgeBaseId: string;
  readonly knowledgeBaseArn: string;
  readonly dataSourceId: string;
  /** The role that reads, embeds and indexes. */
  readonly role: iam.IRole;
  readonly grantPrincipal: iam.IPrincipal;
  readonly grants: KnowledgeBaseGrants;
  /** The log of ingestions, with its metric and alarm. Undefined without `ingestion`. */
  readonly ingestionLog?: IngestionLog;

  constructor(scope: Construct, id: string, props: BedrockKnowledgeBaseProps) {
    super(scope, id);
    const settled = settleKnowledgeBase(this, props);
    refuseProps(this, ...problemsOf(settled), ingestionProblems(props.ingestion));
    const { name, store, documents } = settled;
    const stack = Stack.of(this);
    const embeddingModelArn = `arn:${stack.partition}:bedrock:${stack.region}::foundation-model/${props.embeddingModelId}`;
    const access = new KnowledgeBaseRole(this, 'Access', {
      documents,
      encryptionKey: settled.encryptionKey,
      indexArn: store.indexArn,
      ...(store.keyArn === undefined ? {} : { indexKeyArn: store.keyArn }),
      embeddingModelArn,
    });
    this.role = access.role;
    this.grantPrincipal = access.role.grantPrincipal;
    this.resource = new bedrock.CfnKnowledgeBase(this, 'Resource', {
      name,
      roleArn: access.role.roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn,
          embeddingModelConfiguration: {
            bedrockEmbeddingModelConfiguration: { dimensions: store.dimension, embeddingDataType: 'FLOAT32' },
          },
        },
      },
      storageConfiguration: { type: 'S3_VECTORS', s3VectorsConfiguration: { indexArn: store.indexArn } },
    });
    // Bedrock uses the role on the index when it creates the knowledge base, so the policy must exist before.
    this.resource.node.addDependency(access.policy);
    this.dataSource = new bedrock.CfnDataSource(this, 'Documents', {
      // A data source with another chunking is created before the former one is deleted, and Bedrock has no two of one
      // name in a knowledge base.
      name: `${name}-${chunkingName(documents.chunking)}`,
      knowledgeBaseId: this.resource.attrKnowledgeBaseId,
      dataSourceConfiguration: {
        type: 'S3',
        s3Configuration: {
          bucketArn: `arn:${stack.partition}:s3:::${documents.bucketName}`,
          bucketOwnerAccountId: stack.account,
          inclusionPrefixes: [documents.prefix],
        },
      },
      // With DELETE Bedrock first empties the index. If the knowledge base is gone, that ends in DELETE_UNSUCCESSFUL.
      dataDeletionPolicy: 'RETAIN',
      serverSideEncryptionConfiguration: { kmsKeyArn: settled.encryptionKey.keyArn },
      vectorIngestionConfiguration: { chunkingConfiguration: chunkingConfiguration(documents.chunking) },
    });
    for (const resource of [this.resource, this.dataSource]) {
      resource.applyRemovalPolicy(removalPolicyOf(settled.dataRetention));
    }
    this.knowledgeBaseId = this.resource.attrKnowledgeBaseId;
    this.knowledgeBaseArn = this.resource.attrKnowledgeBaseArn;
    this.dataSourceId = this.dataSource.attrDataSourceId;
    this.grants = new KnowledgeBaseGrants(this.knowledgeBaseArn);
    if (props.ingestion !== undefined) this.ingestionLog = this.ingest(props.ingestion, settled);
  }

  /** A universal target of EventBridge Scheduler calls Bedrock itself: there is no function. */
  private ingest({ schedule, ...watched }: Ingestion, settled: SettledKnowledgeBase): IngestionLog {
    const stack = Stack.of(this);
    const { knowledgeBaseId, dataSourceId, knowledgeBaseArn } = this;
    new ScheduledStart(this, 'Schedule', {
      schedule,
      work: {
        label: 'ingestion of a knowledge base',
        targetArn: `arn:${stack.partition}:scheduler:::aws-sdk:bedrockagent:startIngestionJob`,
        input: stack.toJsonString({ KnowledgeBaseId: knowledgeBaseId, DataSourceId: dataSourceId }),
        action: 'bedrock:StartIngestionJob',
        resourceArn: knowledgeBaseArn,
      },
      ...(watched.alarmTopic === undefined ? {} : { alarmTopic: watched.alarmTopic }),
    });
    const { encryptionKey, dataRetention } = settled;
    const { logRetentionDays } = keptByDefault;
    return new IngestionLog(this, 'Ingestions', {
      knowledgeBaseArn,
      encryptionKey,
      dataRetention,
      logRetentionDays,
      ...watched,
    });
  }
}
