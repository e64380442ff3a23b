import { draftOf } from './draft';
import type { Issue, Result } from './issue';
import { failure, isError, success } from './issue';
import { plainData } from './plain-data';
import { isRecord } from './raw';
import type { ResolvedPlatform } from './resolved';
import { withAllSections } from './resolved';
import { rules } from './rules';
import { platformShape } from './shape';
import { shapeIssues } from './shape-issues';

/**
 * Checks a platform spec: its shape first, then every rule on whatever part is well formed, so that one run reports
 * every mistake. Nothing is defaulted and nothing is looked up: facts of clouds are the plan's business.
 *
 * @returns the spec with absent sections empty, and warnings; or every issue found
 */
export function resolve(spec: unknown): Result<ResolvedPlatform> {
  const { value: raw, issues: unreadable } = plainData(spec);
  if (!isRecord(raw)) return failure(unreadable.length > 0 ? unreadable : [notAPlatform(raw)]);
  const parsed = platformShape.safeParse(raw);
  const draft = draftOf(raw);
  const checked = [
    ...(parsed.success ? [] : shapeIssues(raw, parsed.error.issues)),
    ...rules.flatMap((rule) => rule(draft)),
  ];
  // What could not be read has no type either: one issue says so.
  const issues = [...unreadable, ...checked.filter(({ path }) => unreadable.every((issue) => issue.path !== path))];
  if (!parsed.success || issues.some(isError)) return failure(issues);
  return success(withAllSections(parsed.data), issues);
}

/** Stand in for sections of a refused spec that are not well formed; no plan made with them is ever shown. */
const standIns = {
  name: 'unnamed',
  owner: { team: 'unknown', costCenter: 'unknown', contact: 'unknown@example.com' },
  dataClass: 'internal',
  models: {},
} as const;

/**
 * The well-formed part of a spec that `resolve` refused, so that facts about it can be looked up in the same run. It is
 * not a platform: entries are missing and rules are broken. Undefined where no environment is left.
 */
export function wellFormedPart(spec: unknown): ResolvedPlatform | undefined {
  const { value: raw } = plainData(spec);
  if (!isRecord(raw)) return undefined;
  const parsed = platformShape.safeParse({ ...standIns, ...draftOf(raw).spec });
  return parsed.success ? withAllSections(parsed.data) : undefined;
}

function notAPlatform(got: unknown): Issue {
  return {
    code: 'WrongType',
    path: '',
    message: 'a platform must be an object',
    got,
    expected: 'an object from definePlatform',
    fix: `export the result of definePlatform${typeof got === 'function' ? ', not a function,' : ''} as the default of the config`,
  };
}
