import type { JsonObject } from '../../../../../constraints/json';
import { textAt } from '../../../../../constraints/value';
import { ServiceError } from '../../../errors';
import type { AccessRequest } from '../../../iam/context';
import type { Cloud } from '../../../state/cloud';
import type { ExistingResource } from '../../../state/registry';
import type { Table } from '../../../state/table';
import type { CallContext } from '../../call';

/** A version of a guardrail. */
export interface Guardrail {
  readonly id: string;
  readonly arn: string;
  /** `DRAFT`, or a number. */
  readonly version: string;
  /** Its policies, as in the resource type. */
  readonly properties: JsonObject;
  readonly resource: ExistingResource;
}

/** The policies of numbered versions, by the physical id of the version. */
export function versionTable(cloud: Cloud): Table<JsonObject> {
  return cloud.ledger.table('guardrail-versions');
}

/** The guardrail of an id or ARN in an account and region. */
export function findGuardrail(
  idOrArn: string,
  { cloud, account, region }: Pick<CallContext, 'cloud' | 'account' | 'region'>,
): ExistingResource | undefined {
  return cloud.registry
    .list('AWS::Bedrock::Guardrail', account, region)
    .find(({ physicalId, arn }) => arn === idOrArn || lastPart(arn) === idOrArn || physicalId === idOrArn);
}

/**
 * A version of a guardrail, of the caller's account and region: the draft as it is now, or what a number froze.
 * @throws ServiceError (ResourceNotFoundException, ValidationException)
 */
export function requireGuardrail(idOrArn: string, version: string, context: CallContext): Guardrail {
  if (!/^(?:DRAFT|[1-9]\d{0,7})$/.test(version))
    throw new ServiceError('ValidationException', `The guardrail version ${version} is neither DRAFT nor a number.`);
  const resource = findGuardrail(idOrArn, context);
  const id = resource === undefined ? idOrArn : lastPart(resource.arn);
  const properties = version === 'DRAFT' ? resource?.properties : resource && frozen(resource, version, context);
  if (resource === undefined || properties === undefined)
    throw new ServiceError(
      'ResourceNotFoundException',
      `The guardrail identifier ${id} with version ${version} does not exist.`,
      404,
    );
  return { id, arn: resource.arn, version, properties, resource };
}

function frozen(
  guardrail: ExistingResource,
  version: string,
  { cloud, account, region }: CallContext,
): JsonObject | undefined {
  const found = cloud.registry
    .list('AWS::Bedrock::GuardrailVersion', account, region)
    .find(
      ({ physicalId, properties }) =>
        physicalId.split('|').at(-1) === version &&
        lastPart(textAt(properties, 'GuardrailIdentifier') ?? '') === lastPart(guardrail.arn),
    );
  return found === undefined ? undefined : versionTable(cloud).get(found.physicalId);
}

/** The right to apply a guardrail that a request names by id or ARN. */
export function guardrailAccess(idOrArn: string, { account, region }: CallContext): AccessRequest {
  const arn = idOrArn.startsWith('arn:') ? idOrArn : `arn:aws:bedrock:${region}:${account}:guardrail/${idOrArn}`;
  return { action: 'bedrock:ApplyGuardrail', resource: arn };
}

function lastPart(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}
