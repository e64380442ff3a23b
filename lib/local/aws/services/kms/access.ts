import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import { optionalText, requiredBytes, requiredText, textList, textMap } from '../fields';
import { isGranted, mayRetire, retiredGrant } from './grants';
import type { Key } from './keys';
import { aliasesOf, requireKey } from './keys';
import { decryptingKey } from './symmetric';

/** Actions on no single key. Source: Service Authorization Reference, AWS KMS (read 2026-11-30). */
const withoutKey: ReadonlySet<string> = new Set(['GenerateRandom', 'ListAliases', 'ListKeys', 'ListRetirableGrants']);

/**
 * What a caller of KMS must be allowed to do: the action on the key, by its policy, by the caller's own where the key policy
 * leaves it to the account, or by a grant.
 * @throws ServiceError for a key that does not exist
 */
export function kmsAccess(action: string, input: JsonObject, context: CallContext): readonly AccessRequest[] {
  if (withoutKey.has(action)) return [{ action: `kms:${action}`, resource: '*' }];
  switch (action) {
    case 'Decrypt':
      return [onKey('Decrypt', decrypting(input, 'KeyId', context), input, context)];
    case 'ReEncrypt': {
      const source = decrypting(input, 'SourceKeyId', context);
      const destination = requireKey(requiredText(input, 'DestinationKeyId'), context);
      return [
        onKey('ReEncryptFrom', source, withContext(input, 'SourceEncryptionContext'), context),
        onKey('ReEncryptTo', destination, withContext(input, 'DestinationEncryptionContext'), context),
      ];
    }
    case 'RetireGrant': {
      const grant = retiredGrant(input, context);
      const request = onKey('RetireGrant', requireKey(grant.keyArn, context), input, context);
      return mayRetire(grant, context) ? [] : [request];
    }
    default:
      return [onKey(action, requireKey(requiredText(input, 'KeyId'), context), input, context)];
  }
}

function decrypting(input: JsonObject, field: string, context: CallContext): Key {
  return decryptingKey(input, field, requiredBytes(input, 'CiphertextBlob', 6144), context);
}

/** The input with one of its two encryption contexts as the one. */
function withContext(input: JsonObject, field: string): JsonObject {
  return { ...input, EncryptionContext: input[field] ?? {} };
}

/** Source: AWS KMS Developer Guide, "AWS KMS condition keys" (read 2026-11-30). */
function onKey(operation: string, key: Key, input: JsonObject, context: CallContext): AccessRequest {
  const encryption = textMap(input['EncryptionContext']);
  const named = optionalText(input, 'KeyId') ?? '';
  const aliases = aliasesOf(context.cloud, key.resource.account, key.resource.region)
    .filter(({ target }) => target === key.id)
    .map(({ name }) => name);
  const operations = textList(input['Operations']);
  return {
    action: `kms:${operation}`,
    resource: key.arn,
    granted: isGranted(key, operation, encryption, context),
    context: {
      ...Object.fromEntries(
        Object.entries(encryption).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
      ),
      'kms:EncryptionContextKeys': Object.keys(encryption).length === 0 ? undefined : Object.keys(encryption),
      'kms:CallerAccount': context.account,
      'kms:EncryptionAlgorithm': optionalText(input, 'EncryptionAlgorithm'),
      'kms:GrantIsForAWSResource': operation === 'CreateGrant' ? 'false' : undefined,
      'kms:GrantOperations': operation === 'CreateGrant' ? operations : undefined,
      'kms:GranteePrincipal': optionalText(input, 'GranteePrincipal'),
      'kms:KeyOrigin': 'AWS_KMS',
      'kms:KeySpec': key.spec,
      'kms:KeyUsage': key.usage,
      'kms:MacAlgorithm': optionalText(input, 'MacAlgorithm'),
      'kms:MessageType': optionalText(input, 'MessageType'),
      'kms:MultiRegion': scalarText(key.resource.properties['MultiRegion']) ?? 'false',
      'kms:RequestAlias': /alias\/.*$/.exec(named)?.[0],
      'kms:ResourceAliases': aliases.length === 0 ? undefined : aliases,
      'kms:RetiringPrincipal': optionalText(input, 'RetiringPrincipal'),
      'kms:ScheduleKeyDeletionPendingWindowInDays': optionalText(input, 'PendingWindowInDays'),
      'kms:SigningAlgorithm': optionalText(input, 'SigningAlgorithm'),
    },
  };
}
