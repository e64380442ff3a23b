import type { Breach, Constraint, DeclaredResource, Surroundings } from '../constraint';
import { scalarText } from '../json';
import { placesAt } from './places';
import type { ReferenceRow } from './reference-rows';
import { referenceRows } from './reference-rows';

/** A function may be named with a version or alias behind its name or ARN. */
function namesOf(text: string, { targets }: ReferenceRow): readonly string[] {
  if (!targets.includes('AWS::Lambda::Function')) return [text];
  const parts = text.split(':');
  if (text.startsWith('arn:')) {
    const arn = parts.slice(0, 7).join(':');
    return [text, arn, parts[6] ?? text];
  }
  // `111111111111:function:name` is the ARN from the account on.
  return [text, parts[0] ?? text, ...(parts[1] === 'function' ? [parts[2] ?? ''] : [])];
}

function judge(row: ReferenceRow, { properties }: DeclaredResource, { named }: Surroundings): readonly Breach[] {
  return placesAt(properties, row.path).flatMap(({ pointer, value }) => {
    const text = scalarText(value);
    if (text === undefined || text === '' || row.form?.test(text) === false) return [];
    if (namesOf(text, row).some((name) => named(row.targets, name) !== 'absent')) return [];
    return [
      {
        pointer,
        problem: row.problem.replace('{}', () => text),
        fix: `Create the ${row.targets[0] ?? 'resource'} first, or name one that exists.`,
      },
    ];
  });
}

const byType = new Map<string, readonly ReferenceRow[]>();
for (const row of referenceRows) byType.set(row.type, [...(byType.get(row.type) ?? []), row]);

/** A resource that a property names must exist in the account and region. */
export const references: Constraint = {
  id: 'reference-exists',
  types: [...byType.keys()],
  source: { url: 'https://github.com/boto/botocore/tree/1.44.8/botocore/data', asOf: '2026-11-30' },
  check: (resource, surroundings) =>
    (byType.get(resource.type) ?? []).flatMap((row) => judge(row, resource, surroundings)),
};
