import type { JsonObject } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import type { CallContext } from '../call';
import { optionalText, requiredText, textList } from '../fields';
import { assertKeyUse } from './key-rights';
import type { SecretValue, SecretVersion, StoredSecret } from './secrets';
import { keepSecret, requireLiveSecret, versionAt, withVersion } from './secrets';

/** Bytes of a value and labels of a version. Source: AWS Secrets Manager User Guide, "Quotas" (read 2026-12-01). */
const most = { bytes: 65_536, stages: 20 };

/** GetSecretValue: of the version with an id, or with a label, `AWSCURRENT` unless the request names another. */
export function getSecretValue(input: JsonObject, context: CallContext): JsonObject {
  const secret = requireLiveSecret(requiredText(input, 'SecretId'), context);
  const version = selectedVersion(secret, input);
  assertKeyUse(secret, { actions: ['kms:Decrypt'], versionId: version.id }, context);
  const { arn, name } = secret;
  return {
    ARN: arn,
    Name: name,
    VersionId: version.id,
    ...('string' in version.value ? { SecretString: version.value.string } : { SecretBinary: version.value.binary }),
    VersionStages: version.stages,
    CreatedDate: version.createdAt.getTime() / 1000,
  };
}

/** @throws ServiceError (ResourceNotFoundException, InvalidRequestException) */
function selectedVersion(secret: StoredSecret, input: JsonObject): SecretVersion {
  const id = optionalText(input, 'VersionId');
  const stage = optionalText(input, 'VersionStage');
  const found =
    id === undefined ? versionAt(secret, stage ?? 'AWSCURRENT') : secret.versions.find((known) => known.id === id);
  if (found === undefined) {
    const by = id === undefined ? `staging label: ${stage ?? 'AWSCURRENT'}` : `VersionId: ${id}`;
    throw new ServiceError(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret value for ${by}`,
    );
  }
  if (id === undefined || stage === undefined || found.stages.includes(stage)) return found;
  throw new ServiceError(
    'InvalidRequestException',
    `You provided a VersionStage that is not associated to the provided VersionId: ${stage}, ${id}`,
  );
}

/** PutSecretValue: a request with the same token and value makes one version. */
export function putSecretValue(input: JsonObject, context: CallContext): JsonObject {
  const secret = requireLiveSecret(requiredText(input, 'SecretId'), context);
  const value = valueOf(input);
  if (value === undefined)
    throw new ServiceError('InvalidRequestException', 'You must provide either SecretString or SecretBinary.');
  const id = versionIdOf(input, context);
  const stages = stagesOf(input);
  assertKeyUse(secret, { actions: ['kms:GenerateDataKey', 'kms:Decrypt'], versionId: id }, context);
  const known = secret.versions.find((version) => version.id === id);
  if (known !== undefined && JSON.stringify(known.value) !== JSON.stringify(value)) {
    throw new ServiceError(
      'ResourceExistsException',
      `You can't use ClientRequestToken ${id} because that value is already in use for a version of secret ${secret.arn}.`,
    );
  }
  const version = known ?? { id, value, createdAt: context.cloud.now(), stages };
  if (known === undefined) keepSecret(withVersion(secret, version), context.cloud);
  return { ARN: secret.arn, Name: secret.name, VersionId: id, VersionStages: version.stages };
}

/** @throws ServiceError (InvalidParameterException) */
function stagesOf(input: JsonObject): readonly string[] {
  if (input['VersionStages'] === undefined) return ['AWSCURRENT'];
  const stages = [...new Set(textList(input['VersionStages']))];
  if (stages.length >= 1 && stages.length <= most.stages && stages.every((stage) => stage.length <= 256)) return stages;
  throw invalidParameter(`VersionStages: expected 1 to ${most.stages} labels of 1 to 256 characters`);
}

/** The id of a new version: the token of the client, which SDKs make. @throws ServiceError (InvalidParameterException) */
export function versionIdOf(input: JsonObject, { cloud }: CallContext): string {
  const token = optionalText(input, 'ClientRequestToken');
  if (token === undefined) return cloud.ids.fresh('secret-version');
  if (token.length >= 32 && token.length <= 64) return token;
  throw invalidParameter(`ClientRequestToken: expected 32 to 64 characters, got ${token.length}`);
}

/** The value in a request; undefined where it has none. @throws ServiceError (InvalidParameterException) */
export function valueOf(input: JsonObject): SecretValue | undefined {
  const { SecretString: string, SecretBinary: binary } = input;
  if (string !== undefined && binary !== undefined)
    throw invalidParameter(
      "You can't specify both a binary secret value and a string secret value in the same secret.",
    );
  const given = string ?? binary;
  if (given === undefined) return undefined;
  const name = string === undefined ? 'SecretBinary' : 'SecretString';
  if (typeof given !== 'string')
    throw new ServiceError('SerializationException', `${name}: expected a string, got ${JSON.stringify(given)}`);
  const bytes = Buffer.byteLength(given, string === undefined ? 'base64' : 'utf8');
  if (bytes < 1 || bytes > most.bytes)
    throw invalidParameter(`${name}: expected 1 to ${most.bytes} bytes, got ${bytes}`);
  return string === undefined ? { binary: given } : { string: given };
}

/** What the service says about a parameter that it cannot accept. */
export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message);
}
