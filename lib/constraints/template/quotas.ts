import type { Breach, TemplateConstraint } from '../constraint';
import type { Json, JsonObject } from '../json';
import { isList, isObject, own, scalarText } from '../json';
import { breach, membersOf } from './sections';

/** Members of a section at most. */
const counts = { Resources: 500, Outputs: 200, Parameters: 200, Mappings: 200 } as const;
/** Attributes of a mapping at most. */
const mappingAttributes = 200;
/** Characters of a name at most. */
const nameLength = 255;
/** Bytes of the description at most. */
const descriptionBytes = 1024;
/** Bytes of a parameter value at most. */
const parameterBytes = 4096;

/** The quotas of a template: counts, and lengths of names and texts. */
export const templateQuotas: TemplateConstraint = {
  id: 'template-quotas',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
    asOf: '2026-11-30',
  },
  check: (template) => [
    ...Object.entries(counts).flatMap(([section, limit]) => countBreaches(template, section, limit)),
    ...['Resources', 'Outputs', 'Parameters', 'Mappings'].flatMap((section) => nameBreaches(template, section)),
    ...textBreaches(template),
  ],
};

function countBreaches(template: JsonObject, section: string, limit: number): readonly Breach[] {
  const count = membersOf(template, section).length;
  if (count <= limit) return [];
  const problem = `Template format error: Number of ${section.toLowerCase()}, ${count}, is greater than maximum allowed, ${limit}`;
  return [breach(`/${section}`, problem, 'split the template into several stacks')];
}

function nameBreaches(template: JsonObject, section: string): readonly Breach[] {
  const found: Breach[] = [];
  for (const [name, value] of membersOf(template, section)) {
    const path = (): string => `/${section}/${name}`;
    if (name.length > nameLength) {
      const problem = tooLong(`name in ${section}`, name.length, nameLength, 'characters');
      found.push(breach(path(), problem, 'shorten the name'));
    }
    const attributes = section === 'Mappings' && isObject(value) ? Object.keys(value).length : 0;
    if (attributes > mappingAttributes) {
      const problem = tooMany('attributes of a mapping', attributes, mappingAttributes);
      found.push(breach(path(), problem, 'split the mapping'));
    }
  }
  return found;
}

function textBreaches(template: JsonObject): readonly Breach[] {
  const found: Breach[] = [];
  const limit = (path: string, value: Json | undefined, what: string, bytes: number): void => {
    const size = Buffer.byteLength(scalarText(value) ?? '');
    if (size > bytes) found.push(breach(path, tooLong(what, size, bytes, 'bytes'), 'shorten it'));
  };
  limit('/Description', own(template, 'Description'), 'Description', descriptionBytes);
  for (const [name, declaration] of membersOf(template, 'Parameters')) {
    limit(`/Parameters/${name}/Default`, own(declaration, 'Default'), 'value of a parameter', parameterBytes);
    const allowed = own(declaration, 'AllowedValues');
    for (const [index, value] of (isList(allowed) ? allowed : []).entries())
      limit(`/Parameters/${name}/AllowedValues/${index}`, value, 'value of a parameter', parameterBytes);
  }
  return found;
}

function tooLong(what: string, size: number, limit: number, unit: string): string {
  return `Template format error: the ${what} has ${size} ${unit}; the maximum is ${limit}`;
}

function tooMany(what: string, count: number, limit: number): string {
  return `Template format error: Number of ${what}, ${count}, is greater than maximum allowed, ${limit}`;
}
