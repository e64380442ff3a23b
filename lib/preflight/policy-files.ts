import type { PolicyFile } from './check';

/** An object of a file. */
export type Fields = Readonly<Record<string, unknown>>;

/** A policy document of AWS Organizations, and the file it is from. */
export interface ServiceControlPolicy {
  readonly file: string;
  readonly document: Fields;
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Kinds of files that `--policies` takes. */
export type PolicyKind = 'service-control' | 'definition' | 'initiative' | 'assignment' | 'exemption';

/** What a file holds; undefined for a file that is none of them. */
export function kindsOf(content: unknown): readonly PolicyKind[] | undefined {
  const parts = partsOf(content).map((part): PolicyKind | undefined => {
    if (documentOf(part) !== undefined) return 'service-control';
    if (ruleOf(part) !== undefined) return 'definition';
    if (membersOf(part) !== undefined) return 'initiative';
    if (textAt(propertiesOf(part), 'policyAssignmentId') !== undefined) return 'exemption';
    return definitionIdOf(part) === undefined ? undefined : 'assignment';
  });
  const known = parts.flatMap((part) => part ?? []);
  return known.length === parts.length && known.length > 0 ? known : undefined;
}

/** Policies of AWS Organizations: a policy document, or what `aws organizations describe-policy` prints. */
export function serviceControlPolicies(files: readonly PolicyFile[]): readonly ServiceControlPolicy[] {
  return files.flatMap(({ file, content }) =>
    partsOf(content).flatMap((part) => {
      const document = documentOf(part);
      return document === undefined ? [] : [{ file, document }];
    }),
  );
}

/** One object, a list of them, or an answer with `value`. */
export function partsOf(content: unknown): readonly Fields[] {
  if (Array.isArray(content)) return content.filter(isFields);
  if (!isFields(content)) return [];
  const listed = content['value'];
  return Array.isArray(listed) ? listed.filter(isFields) : [content];
}

function documentOf(part: Fields): Fields | undefined {
  if ('Statement' in part) return part;
  const policy = part['Policy'];
  const content = isFields(policy) ? policy['Content'] : part['Content'];
  if (isFields(content)) return 'Statement' in content ? content : undefined;
  if (typeof content !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(content);
    return isFields(parsed) && 'Statement' in parsed ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The CLI writes properties at the top, Azure Resource Manager under `properties`. */
export function propertiesOf(part: Fields): Fields {
  const properties = part['properties'];
  return isFields(properties) ? properties : part;
}

/** The rule of a definition. */
export function ruleOf(part: Fields): Fields | undefined {
  const rule = propertiesOf(part)['policyRule'];
  return isFields(rule) ? rule : undefined;
}

/** The definitions of an initiative. */
export function membersOf(part: Fields): readonly Fields[] | undefined {
  const members = propertiesOf(part)['policyDefinitions'];
  return Array.isArray(members) ? members.filter(isFields) : undefined;
}

/** The definition or initiative that an assignment names. */
export function definitionIdOf(part: Fields): string | undefined {
  return textAt(propertiesOf(part), 'policyDefinitionId');
}

/** Whether a definition, an initiative or an assignment has an id. One without an id has its name at the end. */
export function sameId(definition: Fields, id: string): boolean {
  const own = textAt(definition, 'id');
  const name = textAt(definition, 'name');
  return (
    own?.toLowerCase() === id.toLowerCase() || (own === undefined && name !== undefined && id.endsWith(`/${name}`))
  );
}

/** A text of an object. */
export function textAt(fields: Fields, name: string): string | undefined {
  const text = fields[name];
  return typeof text === 'string' ? text : undefined;
}

/** An object of an object; empty where there is none. */
export function fieldsAt(fields: Fields, name: string): Fields {
  const found = fields[name];
  return isFields(found) ? found : {};
}
