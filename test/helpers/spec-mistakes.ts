import { planAll } from '../../lib/plan';
import type { Issue } from '../../lib/platform';
import { resolve, wellFormedPart } from '../../lib/platform';
import { catalog } from './catalog';
import { platform } from './platform';

type Path = readonly (string | number)[];

/** A copy of the fixture platform with one value written at a path, or taken out when it is undefined. */
export function platformWith(...changes: readonly (readonly [path: string, value: unknown])[]): unknown {
  return changes.reduce<unknown>((spec, [path, value]) => write(spec, path.split('/'), value), platform());
}

function write(target: unknown, [step = '', ...rest]: Path, value: unknown): unknown {
  const key = String(step);
  if (Array.isArray(target)) {
    return target.map((item: unknown, index) => (index === Number(key) ? write(item, rest, value) : item));
  }
  const fields = Object.entries((target ?? {}) as Record<string, unknown>);
  const inner = rest.length === 0 ? value : write(Object.fromEntries(fields)[key], rest, value);
  const others = fields.filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined && rest.length === 0 ? others : [...others, [key, inner]]);
}

/** One value written at a path of the fixture platform (segments separated by slashes), and the one issue it makes. */
export type Mistake = readonly [title: string, path: string, value: unknown, issue: MistakeIssue];

export type MistakeIssue = Pick<Issue, 'code' | 'path' | 'got' | 'expected' | 'fix'>;

/** What resolving the fixture platform with one mistake reports, without the words of the message. */
export function reported(path: string, value: unknown): readonly MistakeIssue[] {
  const spec = platformWith([path, value]);
  const part = wellFormedPart(spec);
  // Facts are looked up although rules are broken: no mistake may make a plan throw.
  if (part !== undefined) planAll(part, catalog);
  return resolve(spec).issues.map(({ code, path: at, got, expected, fix }) => ({
    code,
    path: at,
    got,
    expected,
    ...(fix === undefined ? {} : { fix }),
  }));
}
