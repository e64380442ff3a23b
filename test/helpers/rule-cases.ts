import type { PropertyValue, ResourceNode } from '../../lib/graph';
import type { Rule } from '../../lib/review';
import { check } from '../../lib/review/check';
import { resourceNode } from './resource-node';

/** A resource that keeps a rule, and its twins with one flaw. */
interface RuleCases {
  readonly type: string;
  readonly right: ResourceNode['properties'];
  /** Wrong values by dotted path; undefined removes the property. */
  readonly wrong: Readonly<Record<string, readonly (PropertyValue | undefined)[]>>;
}

/** Tests of a rule about properties: the right resource, each twin with one flaw, and each twin whose value is not known. */
export function ruleCases(rule: Rule, { type, right, wrong }: RuleCases): void {
  const pathsOf = (properties: ResourceNode['properties']): readonly string[] =>
    check([resourceNode({ type, properties })], [rule]).findings.map(({ path }) => path);
  const flaws = Object.entries(wrong).flatMap(([path, values]) => values.map((value) => [path, value] as const));

  test(`${type}: the right one has no finding`, () => {
    expect(pathsOf(right)).toEqual([]);
  });

  test.each(flaws)(`${type}: %s as %j is found`, (path, value) => {
    expect(pathsOf(withValue(right, path, value))).toEqual([path]);
  });

  test.each(flaws)(`${type}: %s that is not known is no finding`, (path) => {
    expect(pathsOf(withValue(right, path, { Ref: 'Parameter' }))).toEqual([]);
  });
}

/** Properties with another value at a path; undefined removes it. */
export function withValue(
  properties: ResourceNode['properties'],
  path: string,
  value: PropertyValue | undefined,
): ResourceNode['properties'] {
  const copy = structuredClone(properties) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let parent = copy;
  for (const [index, step] of steps.entries()) {
    parent[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    parent = parent[step] as Record<string, unknown>;
  }
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy as ResourceNode['properties'];
}
