import type { Waiver } from '../../lib/review/waivers';
import type { Terminal } from '../terminal/terminal';

const words: Readonly<Record<Waiver['state'], string>> = {
  used: 'used',
  unused: 'unused',
  absent: 'no resource',
  expired: 'expired',
  'of changes': 'of changes',
};

/** Waivers as lines, those that need somebody first: expired, without a use, then by the days that are left. */
export function waiverLines(waivers: readonly Waiver[], { style }: Terminal): readonly string[] {
  return waivers
    .toSorted((a, b) => rank(a) - rank(b) || a.daysLeft - b.daysLeft)
    .map((waiver) => {
      const { id, address, environments, owner, reason, state, findings, until, daysLeft } = waiver;
      const word = words[state].padEnd(12);
      const mark = state === 'expired' ? style.red(word) : rank(waiver) === 1 ? style.yellow(word) : word;
      const left = daysLeft < 0 ? `ended ${-daysLeft} ${days(-daysLeft)} ago` : `${daysLeft} ${days(daysLeft)} left`;
      const where = environments === undefined ? address : `${address} in ${environments.join(', ')}`;
      const covers = findings === 0 ? '' : `, ${findings} ${findings === 1 ? 'finding' : 'findings'}`;
      return `${mark} ${id} on ${where}: until ${until} (${left})${covers}, owner ${owner}: ${reason}`;
    });
}

function rank({ state }: Waiver): number {
  if (state === 'expired') return 0;
  return state === 'unused' || state === 'absent' ? 1 : 2;
}

function days(count: number): string {
  return count === 1 ? 'day' : 'days';
}
