import type { JsonObject } from '../../../../constraints/json';
import { scalarText } from '../../../../constraints/json';
import type { AccessRequest } from '../../iam/context';
import type { CallContext } from '../call';

/** Actions on one stream of a group. Source: Service Authorization Reference, Amazon CloudWatch Logs (read 2026-11-30). */
const onStream: ReadonlySet<string> = new Set(['DeleteLogStream', 'GetLogEvents', 'PutLogEvents']);

/** What a caller of CloudWatch Logs must be allowed to do: the action on the group, or on its stream. */
export function logsAccess(
  action: string,
  input: JsonObject,
  { account, region }: CallContext,
): readonly AccessRequest[] {
  const named = scalarText(input['logGroupName']) ?? scalarText(input['logGroupIdentifier']) ?? '*';
  const group = named.startsWith('arn:')
    ? named.replace(/:\*$/, '')
    : `arn:aws:logs:${region}:${account}:log-group:${named}`;
  const stream = onStream.has(action) ? `log-stream:${scalarText(input['logStreamName']) ?? '*'}` : '*';
  return [{ action: `logs:${action}`, resource: `${group}:${stream}` }];
}
