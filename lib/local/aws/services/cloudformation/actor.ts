import type { Stack } from '../../cloudformation/stack';
import { validationError } from '../../errors';
import { decide } from '../../iam/authorize';
import type { QueryParameters } from '../../wire/query-parameters';
import type { CallContext } from '../call';

/** Who makes the resources of a stack, and the role of the stack. */
type Acting = Pick<Stack, 'actor' | 'roleArn'>;

/**
 * Who makes the resources of a stack from now on: the role of this request or of an earlier one, else the caller.
 * Source: AWS CloudFormation User Guide, "AWS CloudFormation service role" (read 2026-11-30): a role stays with its stack.
 * @param before the stack; undefined when it is new
 * @throws ServiceError (ValidationError) for a role that does not exist or that CloudFormation cannot assume
 */
export function actingFor(before: Acting | undefined, parameters: QueryParameters, context: CallContext): Acting {
  const given = parameters.get('RoleARN');
  const roleArn = given === undefined || given === '' ? before?.roleArn : given;
  const { caller, region, cloud } = context;
  if (roleArn === undefined) return { roleArn, actor: { ...caller, via: 'cloudformation.amazonaws.com' } };
  const account = roleArn.split(':')[4] ?? '';
  const role = cloud.registry.list('AWS::IAM::Role', account).find(({ arn }) => arn === roleArn);
  const trust = { action: 'sts:AssumeRole', resource: roleArn };
  const service = { account, service: 'cloudformation.amazonaws.com' };
  if (role === undefined || decide(trust, { caller: service, region, cloud }).outcome === 'denied') {
    throw validationError(`Role ${roleArn} is invalid or cannot be assumed`);
  }
  return { roleArn, actor: { account, role: { name: role.physicalId, session: 'AWSCloudFormation' } } };
}
