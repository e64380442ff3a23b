import { Stack } from 'aws-cdk-lib';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { KnowledgeBaseRole } from './knowledge-base-role';

/** How documents are split before they are embedded. */
export type Chunking =
  | { readonly kind: 'fixed'; readonly maxTokens: number; readonly overlapPercentage: number }
  | { readonly kind: 'none' };

/** Props of a {@link BedrockKnowledgeBase}. */
export interface BedrockKnowledgeBaseProps {
  readonly name: string;
  /** ARN of the S3 Vectors index. */
  readonly indexArn: string;
  /** Foundation-model id of the embedding model. */
  readonly embeddingModelId: string;
  /** Length of a vector; the index has the same. */
  readonly dimension: number;
  /** Source documents: one prefix of a bucket in this account. */
  readonly documents: {
    readonly bucketName: string;
    /** Ends in a slash. */
    readonly prefix: string;
    readonly chunking: Chunking;
  };
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/**
 * A Bedrock knowledge base for the documents of one prefix.
 *
 * Creates the knowledge base on an S3 Vectors index, its S3 data source and their role. The role may invoke one embedding
 * model, read one prefix and use one index. A deployment ingests nothing. Billed per token embedded and per query; the
 * knowledge base itself is free.
 *
 * @example
 * const store = new S3VectorStore(this, 'Vectors', { ...slice, encryptionKey, dataRetention });
 * const base = new BedrockKnowledgeBase(this, 'Base', { ...slice, indexArn: store.indexArn, documents, encryptionKey, dataRetention });
 * base.grants.retrieve(role);
 */
export class BedrockKnowledgeBase extends Construct {
  readonly resource: bedrock.CfnKnowledgeBase;
  readonly dataSource: bedrock.CfnDataSource;
  readonly grants: KnowledgeBaseGrants;

  constructor(scope: Construct, id: string, props: BedrockKnowledgeBaseProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const embeddingModelArn = `arn:${stack.partition}:bedrock:${stack.region}::foundation-model/${props.embeddingModelId}`;
    const access = new KnowledgeBaseRole(this, 'Access', { ...props, embeddingModelArn });
    this.resource = new bedrock.CfnKnowledgeBase(this, 'Resource', {
      name: props.name,
      roleArn: access.role.roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn,
          embeddingModelConfiguration: {
            bedrockEmbeddingModelConfiguration: { dimensions: props.dimension, embeddingDataType: 'FLOAT32' },
          },
        },
      },
      storageConfiguration: { type: 'S3_VECTORS', s3VectorsConfiguration: { indexArn: props.indexArn } },
    });
    // Bedrock uses the role on the index when it creates the knowledge base, so the policy must exist before.
    this.resource.node.addDependency(access.policy);
    this.dataSource = new bedrock.CfnDataSource(this, 'Documents', {
      name: props.name,
      knowledgeBaseId: this.resource.attrKnowledgeBaseId,
      dataSourceConfiguration: {
        type: 'S3',
        s3Configuration: {
          bucketArn: `arn:${stack.partition}:s3:::${props.documents.bucketName}`,
          bucketOwnerAccountId: stack.account,
          inclusionPrefixes: [props.documents.prefix],
        },
      },
      // With DELETE Bedrock first empties the index. If the knowledge base is gone, that ends in DELETE_UNSUCCESSFUL.
      dataDeletionPolicy: 'RETAIN',
      serverSideEncryptionConfiguration: { kmsKeyArn: props.encryptionKey.keyArn },
      vectorIngestionConfiguration: { chunkingConfiguration: chunkingConfiguration(props.documents.chunking) },
    });
    for (const resource of [this.resource, this.dataSource]) {
      resource.applyRemovalPolicy(removalPolicyOf(props.dataRetention));
    }
    this.grants = new KnowledgeBaseGrants(this.resource);
  }
}

/** Permissions that roles can get on a knowledge base. */
export class KnowledgeBaseGrants {
  constructor(private readonly knowledgeBase: bedrock.CfnKnowledgeBase) {}

  /** Retrieve passages. */
  retrieve(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['bedrock:Retrieve']);
  }

  /** Start ingestion and read its state. */
  ingest(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      'bedrock:GetDataSource',
      'bedrock:GetIngestionJob',
      'bedrock:ListIngestionJobs',
      'bedrock:StartIngestionJob',
    ]);
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [this.knowledgeBase.attrKnowledgeBaseArn],
    });
  }
}

function chunkingConfiguration(chunking: Chunking): bedrock.CfnDataSource.ChunkingConfigurationProperty {
  switch (chunking.kind) {
    case 'none':
      return { chunkingStrategy: 'NONE' };
    case 'fixed':
      return {
        chunkingStrategy: 'FIXED_SIZE',
        fixedSizeChunkingConfiguration: {
          maxTokens: chunking.maxTokens,
          overlapPercentage: chunking.overlapPercentage,
        },
      };
  }
}
