import { asList, asText, isRecord } from '../json';
import type { ArmValue } from './arm-value';
import { Unknown, written } from './arm-value';
import { evaluated, evaluatedKey } from './evaluate';
import type { Scope } from './scope';

/** Most instances of a copy loop. Source: learn.microsoft.com/azure/azure-resource-manager/templates/copy-resources. */
const mostCopies = 800;

/** The number of instances of a loop; undefined where it is not known. */
export function copyCount(loop: unknown, scope: Scope): number | undefined {
  const count = isRecord(loop) ? evaluated(loop['count'], scope) : undefined;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= mostCopies ? count : undefined;
}

/** The scope of one instance of a loop. */
export function inCopy(scope: Scope, name: string, index: number): Scope {
  return { ...scope, copies: new Map([...scope.copies, ['', index], [name.toLowerCase(), index]]) };
}

/** A value of a template with its expressions evaluated and its `copy` loops run. */
export function expandedCopies(value: unknown, scope: Scope): ArmValue {
  if (Array.isArray(value)) return value.map((item) => expandedCopies(item, scope));
  if (!isRecord(value)) return evaluated(value, scope);
  const { copy, $loop: whole, ...rest } = value;
  if (!Array.isArray(copy)) {
    const all = copy === undefined ? value : { ...rest, copy };
    return Object.fromEntries(
      Object.entries(all).map(([key, item]) => [evaluatedKey(key, scope), expandedCopies(item, scope)]),
    );
  }
  const lists = asList(copy).flatMap((loop) => {
    const name = isRecord(loop) ? asText(loop['name']) : undefined;
    return name === undefined ? [] : [[name, instances(loop, name, scope)] as const];
  });
  if (typeof whole === 'string') return lists[0]?.[1] ?? [];
  return { ...(expandedCopies(rest, scope) as { readonly [key: string]: ArmValue }), ...Object.fromEntries(lists) };
}

function instances(loop: unknown, name: string, scope: Scope): ArmValue {
  const count = copyCount(loop, scope);
  const { input, count: declared } = loop as { readonly input?: unknown; readonly count?: unknown };
  if (count === undefined) return new Unknown(`copy('${name}', ${written(evaluated(declared, scope))})`);
  return Array.from({ length: count }, (_, index) => {
    // A loop of properties is named: `copyIndex('subnets')`. One of variables may leave the name out.
    return expandedCopies(input, { ...scope, copies: new Map([...scope.copies, [name.toLowerCase(), index]]) });
  });
}
