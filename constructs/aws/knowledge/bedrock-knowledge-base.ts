import { Stack } from 'aws-cdk-lib';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { bucketName, objectPrefix } from '../props/grammars';
import type { Grammar, PropProblem } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import type { Chunking } from './chunking';
import { chunkingConfiguration, chunkingName, chunkingProblems } from './chunking';
import { KnowledgeBaseRole } from './knowledge-base-role';
import type { VectorIndex } from './s3-vector-store';

/** Props of a {@link BedrockKnowledgeBase}. */
export interface BedrockKnowledgeBaseProps {
  /**
   * At most 84 characters. Bedrock cannot change embedding model and index of a knowledge base, and names are unique in an
   * account and region: let the name follow both.
   */
  readonly name: string;
  /** Where the vectors are: an {@link S3VectorStore}, or the values of another index of S3 Vectors. */
  readonly store: VectorIndex;
  /** Foundation-model id of the embedding model. */
  readonly embeddingModelId: string;
  /** Source documents: one prefix of a bucket in this account. */
  readonly documents: {
    readonly bucketName: string;
    /** Ends in a slash. */
    readonly prefix: string;
    /** Final for a data source: with another chunking the data source is replaced, and has another name. */
    readonly chunking: Chunking;
  };
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/** Key under which Bedrock writes the text of a chunk. S3 Vectors allows 2 KB of filterable metadata per vector. */
const textKey = 'AMAZON_BEDROCK_TEXT';

/** CreateKnowledgeBase in the API reference of Bedrock, read 2026-11-30, less the characters of the chunking. */
const baseName: Grammar = {
  pattern: /^(?=.{1,84}$)([0-9a-zA-Z][_-]?)+$/,
  expected: 'at most 84 letters and digits, with single hyphens or underscores between them',
  fix: 'write a shorter name, such as support-dev-handbook',
};

function problemsOf({ name, store, documents }: BedrockKnowledgeBaseProps): readonly (readonly PropProblem[])[] {
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

/**
 * A Bedrock knowledge base for the documents of one prefix.
 *
 * Creates the knowledge base on an S3 Vectors index, its S3 data source and their role. The role may invoke one embedding
 * model, read one prefix and use one index. A deployment ingests nothing. Billed per token embedded and per query; the
 * knowledge base itself is free.
 *
 * @example
 * const store = new S3VectorStore(this, 'Vectors', { ...slice, encryptionKey, dataRetention });
 * const base = new BedrockKnowledgeBase(this, 'Base', { ...slice, store, documents, encryptionKey, dataRetention });
 * base.grants.retrieve(role);
 * @throws CodedError `InvalidProps`
 */
export class BedrockKnowledgeBase extends Construct {
  readonly resource: bedrock.CfnKnowledgeBase;
  readonly dataSource: bedrock.CfnDataSource;
  readonly grants: KnowledgeBaseGrants;

  constructor(scope: Construct, id: string, props: BedrockKnowledgeBaseProps) {
    super(scope, id);
    refuseProps(this, ...problemsOf(props));
    const stack = Stack.of(this);
    const embeddingModelArn = `arn:${stack.partition}:bedrock:${stack.region}::foundation-model/${props.embeddingModelId}`;
    const access = new KnowledgeBaseRole(this, 'Access', {
      ...props,
      indexArn: props.store.indexArn,
      embeddingModelArn,
    });
    this.resource = new bedrock.CfnKnowledgeBase(this, 'Resource', {
      name: props.name,
      roleArn: access.role.roleArn,
      knowledgeBaseConfiguration: {
        type: 'VECTOR',
        vectorKnowledgeBaseConfiguration: {
          embeddingModelArn,
          embeddingModelConfiguration: {
            bedrockEmbeddingModelConfiguration: { dimensions: props.store.dimension, embeddingDataType: 'FLOAT32' },
          },
        },
      },
      storageConfiguration: { type: 'S3_VECTORS', s3VectorsConfiguration: { indexArn: props.store.indexArn } },
    });
    // Bedrock uses the role on the index when it creates the knowledge base, so the policy must exist before.
    this.resource.node.addDependency(access.policy);
    this.dataSource = new bedrock.CfnDataSource(this, 'Documents', {
      // A data source with another chunking is created before the former one is deleted, and Bedrock has no two of one
      // name in a knowledge base.
      name: `${props.name}-${chunkingName(props.documents.chunking)}`,
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
