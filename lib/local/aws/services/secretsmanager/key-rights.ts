import { ServiceError } from '../../errors';
import { authorize } from '../../iam/authorize';
import type { CallContext } from '../call';
import { assertUsable, requireKey } from '../kms/keys';
import type { StoredSecret } from './secrets';

/** What is done with a key. */
interface KeyUse {
  readonly actions: readonly ('kms:Decrypt' | 'kms:GenerateDataKey')[];
  /** Unknown before a version exists. */
  readonly versionId?: string | undefined;
}

/** The key of the service itself, which every caller in its account may use through the service. */
const serviceKey = 'alias/aws/secretsmanager';

/**
 * Checks that the caller may use the key of a secret through the service.
 * Source: AWS Secrets Manager User Guide, "Secret encryption and decryption" (read 2026-12-01).
 * @throws ServiceError (AccessDeniedException, InvalidRequestException, DecryptionFailure, EncryptionFailure)
 */
export function assertKeyUse(secret: Pick<StoredSecret, 'arn' | 'keyId'>, use: KeyUse, context: CallContext): void {
  const [, , , region = '', owner = ''] = secret.arn.split(':');
  const { keyId } = secret;
  if (keyId === undefined || keyId === serviceKey) {
    if (owner === context.caller.account) return;
    throw new ServiceError(
      'InvalidRequestException',
      "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
    );
  }
  const key = usableKey(keyId, use, { ...context, account: owner, region });
  const requests = use.actions.map((action) => ({
    action,
    resource: key.arn,
    context: {
      'kms:ViaService': `secretsmanager.${region}.amazonaws.com`,
      'kms:CallerAccount': context.caller.account,
      'kms:EncryptionContext:SecretARN': secret.arn,
      'kms:EncryptionContext:SecretVersionId': use.versionId,
      'kms:EncryptionContextKeys': ['SecretARN', ...(use.versionId === undefined ? [] : ['SecretVersionId'])],
    },
  }));
  try {
    authorize(requests, context);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'AccessDenied') throw error;
    throw new ServiceError('AccessDeniedException', `Access to KMS is not allowed: ${error.message}`);
  }
}

function usableKey(keyId: string, { actions }: KeyUse, place: Pick<CallContext, 'cloud' | 'account' | 'region'>) {
  try {
    const key = requireKey(keyId, place);
    assertUsable(key, 'ENCRYPT_DECRYPT');
    return key;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const [code, verb] = actions.includes('kms:GenerateDataKey')
      ? ['EncryptionFailure', 'encrypt']
      : ['DecryptionFailure', 'decrypt'];
    throw new ServiceError(
      code,
      `Secrets Manager can't ${verb} the secret text using the provided KMS key: ${error.message}`,
    );
  }
}
