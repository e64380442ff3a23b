import type { Json } from '../../../../constraints/json';
import { callerArn, roleKey } from '../../credentials';
import { ServiceError, validationError } from '../../errors';
import { trustOf } from '../../iam/trust-policy';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import type { QueryAction } from '../service';

const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/;
const sessionSeconds = 3600;

/** The STS actions of the local cloud. */
export const stsActions: Readonly<Record<string, QueryAction>> = {
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
};

function getCallerIdentity(_parameters: QueryParameters, { caller, account }: CallContext): Xml {
  return { Arn: callerArn(caller), UserId: caller.role?.name ?? account, Account: account };
}

/** The role must exist, and its trust policy must name the account, the role or the session of the caller, or everyone. */
function assumeRole(parameters: QueryParameters, context: CallContext): Xml {
  const arn = parameters.get('RoleArn') ?? '';
  const session = parameters.get('RoleSessionName');
  const [, account, name] = roleArn.exec(arn) ?? [];
  if (account === undefined || name === undefined || session === undefined) {
    throw validationError(`AssumeRole needs RoleArn (got ${arn}) and RoleSessionName`);
  }
  const role = context.cloud.registry.list('AWS::IAM::Role', account).find((candidate) => candidate.arn === arn);
  const trusted = role !== undefined && trusts(role.properties['AssumeRolePolicyDocument'] ?? null, context);
  if (!trusted) {
    const why = role === undefined ? 'the role does not exist' : 'its trust policy does not name the caller';
    throw new ServiceError(
      'AccessDenied',
      `User: ${callerArn(context.caller)} is not authorized to perform: sts:AssumeRole on resource: ${arn} (${why})`,
      403,
    );
  }
  const expiration = new Date(context.cloud.now().getTime() + sessionSeconds * 1000);
  return {
    Credentials: {
      AccessKeyId: roleKey(account, name, session),
      SecretAccessKey: context.cloud.ids.fresh('secret-key'),
      SessionToken: context.cloud.ids.fresh('session-token'),
      Expiration: expiration,
    },
    AssumedRoleUser: {
      AssumedRoleId: `${name}:${session}`,
      Arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
    },
  };
}

function trusts(document: Json, { caller }: CallContext): boolean {
  const accepted = new Set([
    '*',
    caller.account,
    `arn:aws:iam::${caller.account}:root`,
    ...(caller.role === undefined
      ? []
      : [`arn:aws:iam::${caller.account}:role/${caller.role.name}`, callerArn(caller)]),
  ]);
  return trustOf(document).accounts.some((name) => accepted.has(name));
}
