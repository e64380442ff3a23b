import type { AttributeMap, AttributeValue } from '../values';
import { invalid } from '../values';
import type { Path } from './parser';
import { Parser, type Substitutions } from './parser';

/** The value at a path; undefined where there is none. */
export function valueAt(item: AttributeMap, [first, ...rest]: Path): AttributeValue | undefined {
  let value = typeof first === 'string' ? item.get(first) : undefined;
  for (const step of rest) value = typeof step === 'number' ? value?.list?.[step] : value?.map?.get(step);
  return value;
}

/** A path as the messages of the service write it. */
function pathText(path: Path): string {
  return `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;
}

/** Refuses paths of which one is at or below another. @throws ServiceError (ValidationException) */
export function assertDisjoint(paths: readonly Path[], what: string): void {
  paths.forEach((path, at) => {
    const other = paths.slice(at + 1).find((later) => {
      const length = Math.min(path.length, later.length);
      return path.slice(0, length).every((step, place) => step === later[place]);
    });
    if (other === undefined) return;
    throw invalid(
      `Invalid ${what}: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: ${pathText(path)}, path two: ${pathText(other)}`,
    );
  });
}

/** Reads a projection: paths between commas. @throws ServiceError (ValidationException) */
export function parseProjection(text: string, given: Substitutions): readonly Path[] {
  const parser = new Parser(text, 'ProjectionExpression', given);
  const paths = parser.list(() => parser.path());
  parser.end();
  assertDisjoint(paths, 'ProjectionExpression');
  return paths;
}

/** What an item has at some paths: maps keep their shape, elements of lists close up in their order. */
export function project(item: AttributeMap, paths: readonly Path[]): AttributeMap {
  const kept = [...item].flatMap(([name, value]) => {
    const below = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    const found = below.length === 0 ? undefined : projected(value, below);
    return found === undefined ? [] : [[name, found] as const];
  });
  return new Map(kept);
}

function projected(value: AttributeValue, paths: readonly Path[]): AttributeValue | undefined {
  if (paths.some((path) => path.length === 0)) return value;
  if (value.map !== undefined) {
    const map = project(value.map, paths);
    return map.size === 0 ? undefined : { type: 'M', map };
  }
  const list = value.list?.flatMap((element, at) => {
    const below = paths.filter(([first]) => first === at).map(([, ...rest]) => rest);
    return below.length === 0 ? [] : (projected(element, below) ?? []);
  });
  return list === undefined || list.length === 0 ? undefined : { type: 'L', list };
}
