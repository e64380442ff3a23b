import type { FailureEvent } from './unit';

/** Events that only follow from another one. */
const following =
  /^(?:Resource (?:creation|update|deletion) [Cc]ancelled|The following (?:resource|hook)\(s\) failed|Rollback requested by user)/;

/**
 * The events that say why, oldest first, each with the property that its reason names. Those that follow from another stay
 * only where they are all there is.
 */
export function causalEvents(events: readonly FailureEvent[]): readonly FailureEvent[] {
  const own = events.filter(({ reason }) => reason !== '' && !following.test(reason));
  const chosen = own.length > 0 ? own : events.filter(({ reason }) => reason !== '');
  return chosen.map((event) => {
    const property = event.property ?? propertyIn(event.reason);
    return { ...event, ...(property === undefined ? {} : { property }) };
  });
}

/** Ways in which the services name a property in their reason. */
const namings: readonly RegExp[] = [
  /#\/([\w./-]+):/,
  /extraneous key \[([\w.]+)\] is not permitted/,
  /[Ee]ncountered unsupported property ([\w.]+)/,
  /required key \[([\w.]+)\] not found/,
  /Value of property \{?([\w.]+)\}?/,
  /failed to satisfy constraint[^\n]*?at '([\w.]+)'/,
  /at '([\w.]+)' failed to satisfy constraint/,
  /parameter '?([\w.]+)'? is not valid/,
  /(?:Required|Unsupported) property \[([\w.]+)\]/,
];

/** The property that a reason names; undefined where it names none. */
export function propertyIn(reason: string): string | undefined {
  for (const naming of namings) {
    const [, found] = naming.exec(reason) ?? [];
    if (found !== undefined) return found.replaceAll('/', '.');
  }
  return undefined;
}

/** The diagnostics that the Pulumi CLI prints at the end of an update that failed, as events. */
export function pulumiDiagnostics(output: string): readonly FailureEvent[] {
  const start = output.lastIndexOf('Diagnostics:');
  if (start === -1) return [];
  const events: FailureEvent[] = [];
  let place: { readonly type: string; readonly resource: string } | undefined;
  for (const line of output.slice(start).split('\n').slice(1)) {
    if (/^\S/.test(line)) break;
    const [, type, resource] = /^ {2}(\S+) \((.+)\):\s*$/.exec(line) ?? [];
    if (type !== undefined && resource !== undefined) place = { type, resource };
    const [, reason] = /^ {4}error: (.+)$/.exec(line) ?? [];
    if (place !== undefined && reason !== undefined && !/^(?:update|preview|destroy) failed$/.test(reason))
      events.push({ ...place, reason: reason.trim() });
  }
  return causalEvents(events);
}
