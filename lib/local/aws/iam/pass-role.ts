import type { AccessRequest } from './context';

/** The permission to give a role to a service. */
export function passRole(arn: string, service: string | undefined): AccessRequest {
  return { action: 'iam:PassRole', resource: arn, context: { 'iam:PassedToService': service } };
}
