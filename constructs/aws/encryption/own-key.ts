import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { EncryptionKey } from './encryption-key';

/** The key of a construct that is given none. It is kept as long as what it encrypts. */
export function ownKey(scope: Construct, dataRetention: DataRetention): IKey {
  return new EncryptionKey(scope, 'Key', { dataRetention }).resource;
}
