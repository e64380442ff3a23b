import type { Constraint } from '../constraint';
import { textAt } from '../value';
import { nameRows } from './name-rows';

const rowsByType = new Map<string, readonly (typeof nameRows)[number][]>();
for (const row of nameRows) rowsByType.set(row.type, [...(rowsByType.get(row.type) ?? []), row]);

/** A given name must have the length and characters that its service allows. */
export const resourceName: Constraint = {
  id: 'resource-name',
  types: [...rowsByType.keys()],
  source: { url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/', asOf: '2026-11-30' },
  check: ({ type, properties }) =>
    (rowsByType.get(type) ?? []).flatMap((row) => {
      const name = textAt(properties, row.property);
      if (name === undefined) return [];
      const rule = row.pattern.test(name) ? row.reserved?.find(({ pattern }) => pattern.test(name))?.rule : row.rule;
      if (rule === undefined) return [];
      return [
        {
          pointer: `#/${row.property}`,
          problem: `Value '${name}' (${name.length} characters) is not a valid name: expected ${rule}`,
          fix: `Write ${rule}.`,
        },
      ];
    }),
};
