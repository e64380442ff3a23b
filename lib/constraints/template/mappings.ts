import type { Breach, TemplateConstraint } from '../constraint';
import type { Json } from '../json';
import { isList, isObject, scalarText } from '../json';
import { intrinsicName } from './calls';
import { breach, membersOf } from './sections';

/** Mappings hold text and lists of text under two keys, and no function. */
export const mappingValues: TemplateConstraint = {
  id: 'template-mappings',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
    asOf: '2026-11-30',
  },
  check: (template) =>
    membersOf(template, 'Mappings').flatMap(([name, table]) => {
      const path = `/Mappings/${name}`;
      if (/^Fn::Transform$/.test(name)) return [];
      if (!/^[A-Za-z0-9]+$/.test(name)) {
        const problem = `Template format error: Mapping name ${name} is non alphanumeric.`;
        return [breach(path, problem, 'use letters and digits only')];
      }
      return isObject(table)
        ? Object.entries(table).flatMap(([key, row]) => rowBreaches(`${path}/${key}`, key, row))
        : [
            breach(
              path,
              `Template format error: [${path}] Every Mappings member must be an object.`,
              'write an object',
            ),
          ];
    }),
};

function rowBreaches(path: string, key: string, row: Json): readonly Breach[] {
  if (!isObject(row) || intrinsicName(row) !== undefined) {
    const problem = `Template format error: [${path}] Every Mappings attribute must be an object of values${isObject(row) ? ', and no function' : ''}.`;
    return [breach(path, problem, 'write an object of text')];
  }
  const found: Breach[] = [];
  if (!/^[A-Za-z0-9._-]+$/.test(key)) {
    const problem = `Template format error: Mappings attribute name '${key}' must contain only alphanumeric characters. (${path})`;
    found.push(breach(path, problem, 'use letters, digits, dots and hyphens'));
  }
  for (const [name, value] of Object.entries(row)) {
    const texts = isList(value) ? value : [value];
    if (texts.every((text) => scalarText(text) !== undefined)) continue;
    const problem = `Template format error: Every Mappings attribute must be a String or a List. (${path}/${name})`;
    found.push(breach(`${path}/${name}`, problem, 'write text or a list of text: a mapping takes no function'));
  }
  return found;
}
