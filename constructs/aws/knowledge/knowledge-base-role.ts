import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../identity/acknowledge-wildcard';
import { serviceOfThisAccount } from '../identity/service-principal';

/** Props of a {@link KnowledgeBaseRole}. */
export interface KnowledgeBaseRoleProps {
  readonly embeddingModelArn: string;
  readonly indexArn: string;
  /** `prefix` ends in a slash. */
  readonly documents: {
    readonly bucketName: string;
    readonly prefix: string;
    /** Key of the bucket, where it is not `encryptionKey`. @default - encryptionKey */
    readonly keyArn?: string;
  };
  readonly encryptionKey: IKey;
  /** Key of the index, where it is not `encryptionKey`. @default - encryptionKey */
  readonly indexKeyArn?: string;
}

/**
 * The role of a knowledge base.
 *
 * Creates a role that Bedrock assumes for knowledge bases of this account, and a policy: invoke one embedding model, read
 * one prefix, use one index, and use the keys of both.
 */
export class KnowledgeBaseRole extends Construct {
  readonly role: iam.Role;
  /** Policy of the role. A resource that uses the role must depend on it. */
  readonly policy: iam.Policy;

  constructor(scope: Construct, id: string, props: KnowledgeBaseRoleProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const bucketArn = `arn:${partition}:s3:::${props.documents.bucketName}`;
    const indexKeys = [...new Set([props.encryptionKey.keyArn, props.indexKeyArn ?? props.encryptionKey.keyArn])];
    const documentsKey = props.documents.keyArn;
    const objects = `${bucketArn}/${props.documents.prefix}*`;
    this.role = new iam.Role(this, 'Role', {
      description: 'reads, embeds and indexes the documents of a knowledge base',
      assumedBy: serviceOfThisAccount(
        this,
        'bedrock.amazonaws.com',
        `arn:${partition}:bedrock:${region}:${account}:knowledge-base/*`,
      ),
    });
    this.policy = new iam.Policy(this, 'Policy', {
      roles: [this.role],
      statements: [
        allow('Embed', ['bedrock:InvokeModel'], [props.embeddingModelArn]),
        new iam.PolicyStatement({
          sid: 'ListDocuments',
          actions: ['s3:ListBucket'],
          resources: [bucketArn],
          conditions: {
            StringEquals: { 'aws:ResourceAccount': account },
            StringLike: { 's3:prefix': [`${props.documents.prefix}*`] },
          },
        }),
        new iam.PolicyStatement({
          sid: 'ReadDocuments',
          actions: ['s3:GetObject'],
          resources: [objects],
          conditions: { StringEquals: { 'aws:ResourceAccount': account } },
        }),
        allow(
          'UseIndex',
          [
            's3vectors:DeleteVectors',
            's3vectors:GetIndex',
            's3vectors:GetVectors',
            's3vectors:ListVectors',
            's3vectors:PutVectors',
            's3vectors:QueryVectors',
          ],
          [props.indexArn],
        ),
        allow('UseKey', ['kms:Decrypt', 'kms:GenerateDataKey'], indexKeys),
        ...(documentsKey === undefined || indexKeys.includes(documentsKey)
          ? []
          : [decryptDocuments(documentsKey, region)]),
      ],
    });
    acknowledgeWildcard(
      this.policy,
      objects,
      'the base reads every document under its prefix and no object outside it',
    );
  }
}

function decryptDocuments(keyArn: string, region: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'DecryptDocuments',
    actions: ['kms:Decrypt'],
    resources: [keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
  });
}

function allow(sid: string, actions: readonly string[], resources: readonly string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, actions: [...actions], resources: [...resources] });
}
