import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';
import { nameRows } from './name-rows';

/** A given name must have the length and characters its service allows. */
export const resourceName: ResourceCheck = ({ type, properties }) => {
  for (const row of nameRows) {
    const name = row.type === type ? scalarText(properties[row.property]) : undefined;
    if (name !== undefined && !row.pattern.test(name)) {
      return `Value '${name}' (${name.length} characters) is not a valid name: expected ${row.rule} (#/${row.property})`;
    }
  }
  return undefined;
};
