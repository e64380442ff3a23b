import { callerArn } from '../../credentials';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Xml } from '../../wire/xml';
import type { CallContext } from '../call';
import type { QueryAction } from '../service';
import { assumeRole } from './assume-role';

/** The STS actions of the local cloud. */
export const stsActions: Readonly<Record<string, QueryAction>> = {
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
};

function getCallerIdentity(_parameters: QueryParameters, { caller, account }: CallContext): Xml {
  return { Arn: callerArn(caller), UserId: caller.role?.name ?? caller.user ?? account, Account: account };
}
