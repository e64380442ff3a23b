import type { ResourceGraph } from '../graph';
import { messagesByOrigin } from '../messages';
import type { AcceptSpec } from '../platform';
import { covers, isAbout } from './acceptances';
import type { Finding } from './finding';

/**
 * What an acceptance does. `used`: it covers a finding. `unused`: its resource is there, and has no such finding. `absent`: no
 * resource has its address. `expired`: its last day is over. `of changes`: it is for a concern, which only a review of a change has.
 */
type WaiverState = 'used' | 'unused' | 'absent' | 'expired' | 'of changes';

/** An acceptance of the config, with what it does on a day. */
export interface Waiver extends AcceptSpec {
  /** Position in `accept`. */
  readonly index: number;
  /** Days until the last day, 0 on it; negative when it is over. */
  readonly daysLeft: number;
  readonly state: WaiverState;
  /** Findings that it covers, or would cover if it were not over. */
  readonly findings: number;
}

const msPerDay = 86_400_000;

/**
 * Every acceptance of a config, in its order.
 *
 * @param checked graph and findings of the environments that were checked, before anything is accepted
 * @param on ISO date of the day on which they are judged
 */
export function waiversOf(
  accept: readonly AcceptSpec[],
  checked: { readonly graph: ResourceGraph; readonly findings: readonly Finding[] },
  on: string,
): readonly Waiver[] {
  const concerns = messagesByOrigin['Concerns of a review'] ?? {};
  return accept.map((one, index): Waiver => {
    const findings = checked.findings.filter((finding) => covers(one, finding.rule, finding)).length;
    const stateOf = (): WaiverState => {
      if (one.until < on) return 'expired';
      if (findings > 0) return 'used';
      if (!checked.graph.some((node) => isAbout(one, node))) return 'absent';
      return Object.hasOwn(concerns, one.id) ? 'of changes' : 'unused';
    };
    return { ...one, index, daysLeft: (dayNumber(one.until) - dayNumber(on)) / msPerDay, state: stateOf(), findings };
  });
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
