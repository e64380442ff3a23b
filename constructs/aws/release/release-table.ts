import { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import type { IReleaseTable, ReleaseTableAttributes } from './release-table-grants';
import { ImportedReleaseTable, ReleaseTableGrants } from './release-table-grants';

/** Props of a {@link ReleaseTable}. */
export interface ReleaseTableProps {
  /** @default - a name that CloudFormation makes */
  readonly releaseTableName?: string;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
}

/** CreateTable in the API reference of DynamoDB, read 2026-11-30. */
const tableName: Grammar = {
  pattern: /^[a-zA-Z0-9_.-]{3,255}$/,
  expected: '3 to 255 letters, digits, underscores, dots and hyphens',
  fix: 'write a name such as support-dev-releases',
};

/**
 * The table of releases, their evidence and the ledger of what ran where.
 *
 * Creates a DynamoDB table with the keys `pk` and `sk`. It is encrypted with the customer key, can be restored to any
 * second of the last 35 days, and has deletion protection when data is retained. Billed per request.
 *
 * @throws CodedError `InvalidProps`
 */
export class ReleaseTable extends Construct implements IReleaseTable {
  /** A table that another app made, in this account and region. */
  static fromTableAttributes(scope: Construct, id: string, attributes: ReleaseTableAttributes): IReleaseTable {
    return new ImportedReleaseTable(scope, id, attributes);
  }

  readonly resource: dynamodb.Table;
  readonly tableName: string;
  readonly tableArn: string;
  readonly grants: ReleaseTableGrants;

  constructor(scope: Construct, id: string, props: ReleaseTableProps = {}) {
    super(scope, id);
    const { releaseTableName, dataRetention = keptByDefault.dataRetention } = props;
    refuseProps(this, releaseTableName === undefined ? [] : inGrammar('releaseTableName', releaseTableName, tableName));
    const encryptionKey = props.encryptionKey ?? ownKey(this, dataRetention);
    this.resource = new dynamodb.Table(this, 'Resource', {
      ...(releaseTableName === undefined ? {} : { tableName: releaseTableName }),
      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      deletionProtection: dataRetention === 'retain',
      removalPolicy: removalPolicyOf(dataRetention),
    });
    this.tableName = this.resource.tableName;
    this.tableArn = this.resource.tableArn;
    this.grants = new ReleaseTableGrants({
      tableArn: this.tableArn,
      key: encryptionKey,
      region: Stack.of(this).region,
    });
  }
}
