import type { JsonObject } from '../../../../constraints/json';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';
import { optionalText } from '../fields';
import type { JsonAction } from '../service';
import type { Understood } from '../understood';
import { createSecret, deleteSecret, describeSecret, newArn, restoreSecret } from './life';
import { findSecret } from './secrets';
import { getSecretValue, putSecretValue } from './values';

/** The Secrets Manager actions of the local cloud. */
export const secretsManagerActions: Readonly<Record<string, JsonAction>> = {
  CreateSecret: createSecret,
  DeleteSecret: deleteSecret,
  DescribeSecret: describeSecret,
  GetSecretValue: getSecretValue,
  PutSecretValue: putSecretValue,
  RestoreSecret: restoreSecret,
};

/** What each action understands. Source: API model of Secrets Manager in botocore 1.44.8 (2026-11). */
export const secretsManagerMembers: Understood = {
  CreateSecret: ['Name', 'ClientRequestToken', 'Description', 'KmsKeyId', 'SecretString', 'SecretBinary', 'Tags'],
  DeleteSecret: ['SecretId', 'RecoveryWindowInDays', 'ForceDeleteWithoutRecovery'],
  DescribeSecret: ['SecretId'],
  GetSecretValue: ['SecretId', 'VersionId', 'VersionStage'],
  PutSecretValue: ['SecretId', 'ClientRequestToken', 'SecretString', 'SecretBinary', 'VersionStages'],
  RestoreSecret: ['SecretId'],
};

/**
 * What a caller must be allowed to do with the secret itself; its key is asked for by the actions.
 * Source: Service Authorization Reference, AWS Secrets Manager (not compared with the page).
 */
export function secretsManagerAccess(
  action: string,
  input: JsonObject,
  context: CallContext,
): readonly AccessRequest[] {
  const name = optionalText(input, 'Name') ?? '';
  const id = optionalText(input, 'SecretId') ?? '';
  const found = action === 'CreateSecret' ? undefined : findSecret(id, context);
  const missing = id.startsWith('arn:')
    ? id
    : `arn:aws:secretsmanager:${context.region}:${context.account}:secret:${id}`;
  const tags = Object.entries(found?.tags ?? {});
  return [
    {
      action: `secretsmanager:${action}`,
      resource: action === 'CreateSecret' ? newArn(name, context) : (found?.arn ?? missing),
      context: {
        ...Object.fromEntries(tags.map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
        ...Object.fromEntries(tags.map(([key, value]) => [`secretsmanager:ResourceTag/${key}`, value])),
        'secretsmanager:Name': action === 'CreateSecret' ? name : undefined,
        'secretsmanager:SecretId': id === '' ? undefined : (found?.arn ?? id),
        'secretsmanager:VersionStage': optionalText(input, 'VersionStage'),
        'secretsmanager:VersionId': optionalText(input, 'VersionId'),
        'secretsmanager:ForceDeleteWithoutRecovery': optionalText(input, 'ForceDeleteWithoutRecovery'),
        'secretsmanager:RecoveryWindowInDays': optionalText(input, 'RecoveryWindowInDays'),
      },
    },
  ];
}
