import type { EnvironmentPlan } from '../../lib/plan';
import { walkDecisions } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { listed, nearest } from '../../lib/platform';

/** Whether a decision is at or under a dotted path. Every decision is under the empty path. */
export function isUnder(path: string, prefix: string): boolean {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}.`);
}

/** The issue about a path that no plan has. Undefined when a plan has it. */
export function unknownPath(plans: readonly EnvironmentPlan[], prefix: string): Issue | undefined {
  const paths = [...new Set(plans.flatMap((plan) => [...walkDecisions(plan)].map(([path]) => path)))];
  if (paths.some((path) => isUnder(path, prefix))) return undefined;
  const { known, children } = deepestKnown(paths, prefix.split('.'));
  const meant = suggestion(paths, prefix, known, children);
  return {
    code: 'UnknownPlanPath',
    path: '--explain',
    message: 'the plan has no value at this path',
    got: prefix,
    expected: `${known === '' ? 'a path that starts with' : `under ${known}:`} ${listed(children)}`,
    ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
  };
}

/** The longest existing beginning of a path, and the names under it. */
function deepestKnown(
  paths: readonly string[],
  segments: readonly string[],
): { readonly known: string; readonly children: readonly string[] } {
  let known = '';
  for (const segment of segments) {
    const next = known === '' ? segment : `${known}.${segment}`;
    if (!paths.some((path) => path.startsWith(`${next}.`))) break;
    known = next;
  }
  return { known, children: childrenOf(paths, known) };
}

function childrenOf(paths: readonly string[], parent: string): readonly string[] {
  const start = parent === '' ? 0 : parent.length + 1;
  const below = paths.filter((path) => path !== parent && isUnder(path, parent));
  return [...new Set(below.map((path) => path.slice(start).split('.')[0] ?? ''))];
}

/** The path with its misspelt segment corrected, or the first path that ends with the text. */
function suggestion(
  paths: readonly string[],
  prefix: string,
  known: string,
  children: readonly string[],
): string | undefined {
  const [wrong = '', ...rest] = (known === '' ? prefix : prefix.slice(known.length + 1)).split('.');
  const right = nearest(wrong, children);
  if (right !== undefined) {
    const parent = known === '' ? right : `${known}.${right}`;
    const whole = [parent, ...rest].join('.');
    return paths.some((path) => isUnder(path, whole)) ? whole : parent;
  }
  const endings = paths.filter((path) => path.endsWith(`.${prefix}`) || path.includes(`.${prefix}.`));
  const first = endings[0];
  return first === undefined ? undefined : first.slice(0, first.indexOf(`.${prefix}`) + 1 + prefix.length);
}
