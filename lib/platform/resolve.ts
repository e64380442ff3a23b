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
 * Checks a platform spec: its shape, and every rule on the part that is well formed, so that one run reports every
 * mistake. No default is decided and no fact is looked up here; the plan does both.
 *
 * @returns the spec with absent sections empty, and warnings; or every issue
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
  // A value that cannot be read is reported once, not also for its type.
  const issues = [...unreadable, ...checked.filter(({ path }) => unreadable.every((issue) => issue.path !== path))];
  if (!parsed.success || issues.some(isError)) return failure(issues);
  return success(withAllSections(parsed.data), issues);
}

/** Values for sections of a refused spec that are not well formed. A plan made with them is never shown. */
const standIns = {
  name: 'unnamed',
  owner: { team: 'unknown', costCenter: 'unknown', contact: 'unknown@example.com' },
  dataClass: 'internal',
  models: {},
} as const;

/**
 * The well-formed part of a spec that `resolve` refused, so that its facts are checked in the same run. It is not a
 * platform: entries are missing and rules are broken. Undefined when no environment is left.
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
