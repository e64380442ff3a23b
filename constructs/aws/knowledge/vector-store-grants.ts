import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { VectorIndex } from './vector-index';

/** A vector store to query and fill: of this app, or imported. */
export interface IVectorStore extends VectorIndex {
  readonly grants: VectorStoreGrants;
}

/** An index that another app made. */
export class ImportedVectorStore extends Construct implements IVectorStore {
  readonly indexArn: string;
  readonly dimension: number;
  readonly nonFilterableMetadataKeys: readonly string[];
  readonly keyArn?: string;
  readonly grants: VectorStoreGrants;

  constructor(scope: Construct, id: string, index: VectorIndex) {
    super(scope, id);
    this.indexArn = index.indexArn;
    this.dimension = index.dimension;
    this.nonFilterableMetadataKeys = index.nonFilterableMetadataKeys;
    if (index.keyArn !== undefined) this.keyArn = index.keyArn;
    this.grants = new VectorStoreGrants(index);
  }
}

/** Permissions that roles can get on an index of vectors and its key. */
export class VectorStoreGrants {
  constructor(private readonly of: Pick<VectorIndex, 'indexArn' | 'keyArn'>) {}

  /** Query vectors, read and list them. */
  read(grantee: iam.IGrantable): iam.Grant {
    return this.grant(
      grantee,
      ['s3vectors:GetIndex', 's3vectors:GetVectors', 's3vectors:ListVectors', 's3vectors:QueryVectors'],
      ['kms:Decrypt'],
    );
  }

  /** Write vectors and delete them. */
  write(grantee: iam.IGrantable): iam.Grant {
    return this.grant(
      grantee,
      ['s3vectors:DeleteVectors', 's3vectors:GetIndex', 's3vectors:PutVectors'],
      ['kms:Decrypt', 'kms:GenerateDataKey'],
    );
  }

  private grant(grantee: iam.IGrantable, actions: readonly string[], onKey: readonly string[]): iam.Grant {
    const { indexArn, keyArn } = this.of;
    const granted = iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [indexArn] });
    if (keyArn === undefined) return granted;
    return granted.combine(iam.Grant.addToPrincipal({ grantee, actions: [...onKey], resourceArns: [keyArn] }));
  }
}
