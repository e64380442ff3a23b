import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

/** Props of a {@link ReleaseTable}. */
export interface ReleaseTableProps {
  readonly releaseTableName: string;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/**
 * The table of releases, their evidence and the ledger of what ran where.
 *
 * Creates a DynamoDB table with the keys `pk` and `sk`. It is encrypted with the customer key, can be restored to any
 * second of the last 35 days, and has deletion protection when data is retained. Billed per request.
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
