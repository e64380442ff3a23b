import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

export interface ReleaseTableProps {
  readonly releaseTableName: string;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/**
 * Releases, their evidence and the ledger of what ran where.
 *
 * A table with the keys `pk` and `sk`, billed per request, recoverable to any second of the last 35 days.
 */
export class ReleaseTable extends Construct {
  readonly resource: dynamodb.Table;

  constructor(scope: Construct, id: string, props: ReleaseTableProps) {
    super(scope, id);
    this.resource = new dynamodb.Table(this, 'Resource', {
      tableName: props.releaseTableName,
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.encryptionKey,
      deletionProtection: props.dataRetention === 'retain',
      removalPolicy: removalPolicyOf(props.dataRetention),
    });
  }
}
