import type { LocalAwsEvent } from '../aws';
import type { StackEnd } from './stack-api';

/** How stacks ended, in one line. */
export function ended(ends: readonly StackEnd[]): string {
  return ends.map(({ stack, status }) => `${stack} ${status}`).join(', ');
}

/** Why stacks failed: their status, and every resource that failed in the events. */
export function reasonsOf(ends: readonly StackEnd[], events: readonly LocalAwsEvent[]): readonly string[] {
  const resources = events.flatMap(failedResource);
  return ends.flatMap(({ stack, reason }) =>
    reason === undefined ? [] : [`${stack}: ${[reason, ...resources].join('; ')}`],
  );
}

function failedResource(event: LocalAwsEvent): readonly string[] {
  if (event.kind !== 'resource' || event.type === 'AWS::CloudFormation::Stack' || !event.status.endsWith('_FAILED'))
    return [];
  return [`${event.logicalId} ${event.status}: ${event.reason ?? ''}`];
}
