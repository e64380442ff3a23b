import type { ResourceChange } from './change/change';
import type { Finding } from './finding';
import type { Review } from './report/review';

/**
 * Findings that only one of two graphs has. A resource under another address keeps its findings.
 *
 * @param changes - what differs between the graphs
 */
export function findingDelta(
  before: readonly Finding[],
  after: readonly Finding[],
  changes: readonly ResourceChange[],
): Review['findings'] {
  const renamed = new Map(
    changes.flatMap(({ environment, cloud, from, address }) =>
      from === undefined ? [] : [[`${environment} ${cloud} ${from}`, address]],
    ),
  );
  const former = counted(before.map((finding) => [keyOf(finding, renamed), finding]));
  const added: Finding[] = [];
  let unchanged = 0;
  for (const finding of after) {
    const known = former.get(keyOf(finding))?.pop();
    if (known === undefined) added.push(finding);
    else unchanged += 1;
  }
  return { added, removed: [...former.values()].flat(), unchanged };
}

function counted(entries: readonly (readonly [string, Finding])[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const [key, finding] of entries) {
    const known = found.get(key);
    if (known === undefined) found.set(key, [finding]);
    else known.push(finding);
  }
  return found;
}

/** What makes two findings the same: positions in lists and wording do not. */
function keyOf(finding: Finding, renamed: ReadonlyMap<string, string> = new Map()): string {
  const { rule, environment, cloud, address, path } = finding;
  const place = path.replaceAll(/\.\d+(?=\.|$)/g, '');
  return [rule, environment, cloud, renamed.get(`${environment} ${cloud} ${address}`) ?? address, place].join('\n');
}
