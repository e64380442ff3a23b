import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** A table of releases: of this app, or imported. */
export interface IReleaseTable {
  readonly tableName: string;
  readonly tableArn: string;
  readonly grants: ReleaseTableGrants;
}

/** A table that another app made in this account and region, with its key. */
export interface ReleaseTableAttributes {
  readonly tableName: string;
  readonly encryptionKey: IKey;
}

/** A table that is known by its name and key. */
export class ImportedReleaseTable extends Construct implements IReleaseTable {
  readonly tableName: string;
  readonly tableArn: string;
  readonly grants: ReleaseTableGrants;

  constructor(scope: Construct, id: string, { tableName, encryptionKey }: ReleaseTableAttributes) {
    super(scope, id);
    const { region } = Stack.of(this);
    this.tableName = tableName;
    this.tableArn = Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName });
    this.grants = new ReleaseTableGrants({ tableArn: this.tableArn, key: encryptionKey, region });
  }
}

/** What a table grants on: itself and its key. */
export interface GrantingTable {
  readonly tableArn: string;
  readonly key: IKey;
  readonly region: string;
}

/**
 * Permissions that roles can get on a table of releases. They name the actions of the key one by one; those of the CDK's own
 * table have wildcards in them.
 */
export class ReleaseTableGrants {
  constructor(private readonly of: GrantingTable) {}

  /** Read releases, evidence and ledger. */
  read(grantee: iam.IGrantable): iam.Grant {
    return this.grant(
      grantee,
      ['dynamodb:BatchGetItem', 'dynamodb:DescribeTable', 'dynamodb:GetItem', 'dynamodb:Query'],
      ['kms:Decrypt', 'kms:DescribeKey'],
    );
  }

  /** Add entries. Nothing is deleted. */
  append(grantee: iam.IGrantable): iam.Grant {
    return this.grant(
      grantee,
      ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
    );
  }

  /** The actions of the key: "Authorizing use of your customer managed key" in the guide of DynamoDB, read 2026-11-30. */
  private grant(grantee: iam.IGrantable, actions: readonly string[], onKey: readonly string[]): iam.Grant {
    const { tableArn, region, key } = this.of;
    const useKey = iam.Grant.addToPrincipal({
      grantee,
      actions: [...onKey],
      resourceArns: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` } },
    });
    return iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [tableArn] }).combine(useKey);
  }
}
