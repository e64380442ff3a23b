import type { Constraint } from '../constraint';
import { textAt } from '../value';
import { nameRows } from './name-rows';

/** A given name must have the length and characters that its service allows. */
export const resourceName: Constraint = {
  id: 'resource-name',
  types: [...new Set(nameRows.map(({ type }) => type))],
  source: { url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/', asOf: '2026-11-30' },
  check: ({ type, properties }) =>
    nameRows.flatMap((row) => {
      const name = row.type === type ? textAt(properties, row.property) : undefined;
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
