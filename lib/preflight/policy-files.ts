import type { PolicyFile } from './check';

/** An object of a file. */
type Fields = Readonly<Record<string, unknown>>;

/** A policy document of AWS Organizations, and the file it is from. */
export interface ServiceControlPolicy {
  readonly file: string;
  readonly document: Fields;
}

/** A policy definition of Azure with the values that an assignment gives to its parameters. */
export interface AssignedPolicy {
  readonly file: string;
  readonly name: string;
  readonly rule: Fields;
  /** Values by name: of the assignment, or the default. */
  readonly parameters: Fields;
  /** Whether a violation is only reported. */
  readonly reportsOnly: boolean;
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Kinds of files that `--policies` takes. */
export type PolicyKind = 'service-control' | 'definition' | 'assignment';

/** What a file holds; undefined for a file that is none of them. */
export function kindsOf(content: unknown): readonly PolicyKind[] | undefined {
  const parts = partsOf(content).map((part): PolicyKind | undefined => {
    if (documentOf(part) !== undefined) return 'service-control';
    if (ruleOf(part) !== undefined) return 'definition';
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

/** Definitions of Azure Policy with the assignments that name them. A definition without an assignment has no effect. */
export function assignedPolicies(files: readonly PolicyFile[]): readonly AssignedPolicy[] {
  const parts = files.flatMap(({ file, content }) => partsOf(content).map((part) => ({ file, part })));
  return parts.flatMap(({ file, part }) => {
    const id = definitionIdOf(part);
    if (id === undefined) return [];
    const definition = parts.find(({ part: other }) => ruleOf(other) !== undefined && sameId(other, id))?.part;
    const rule = definition === undefined ? undefined : ruleOf(definition);
    if (definition === undefined || rule === undefined) return [];
    const given = fieldsAt(propertiesOf(part), 'parameters');
    const declared = fieldsAt(propertiesOf(definition), 'parameters');
    const defaults = Object.entries(declared).flatMap(([name, one]) =>
      isFields(one) && 'defaultValue' in one ? [[name, one['defaultValue']] as const] : [],
    );
    const values = Object.entries(given).map(([name, one]) => [name, isFields(one) ? one['value'] : one] as const);
    const properties = propertiesOf(part);
    return [
      {
        file,
        name: textAt(properties, 'displayName') ?? textAt(part, 'name') ?? id,
        rule,
        parameters: Object.fromEntries([...defaults, ...values]),
        reportsOnly: textAt(properties, 'enforcementMode') === 'DoNotEnforce',
      },
    ];
  });
}

/** Assignments whose definition is in no file. */
export function unresolvedAssignments(
  files: readonly PolicyFile[],
): readonly { readonly name: string; readonly id: string }[] {
  const parts = files.flatMap(({ content }) => partsOf(content));
  return parts.flatMap((part) => {
    const id = definitionIdOf(part);
    if (id === undefined || parts.some((other) => ruleOf(other) !== undefined && sameId(other, id))) return [];
    return [{ name: textAt(propertiesOf(part), 'displayName') ?? textAt(part, 'name') ?? id, id }];
  });
}

/** One object, a list of them, or an answer with `value`. */
function partsOf(content: unknown): readonly Fields[] {
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
function propertiesOf(part: Fields): Fields {
  const properties = part['properties'];
  return isFields(properties) ? properties : part;
}

function ruleOf(part: Fields): Fields | undefined {
  const rule = propertiesOf(part)['policyRule'];
  return isFields(rule) ? rule : undefined;
}

function definitionIdOf(part: Fields): string | undefined {
  return textAt(propertiesOf(part), 'policyDefinitionId');
}

function sameId(definition: Fields, id: string): boolean {
  const own = textAt(definition, 'id');
  const name = textAt(definition, 'name');
  return (
    own?.toLowerCase() === id.toLowerCase() || (own === undefined && name !== undefined && id.endsWith(`/${name}`))
  );
}

function textAt(fields: Fields, name: string): string | undefined {
  const text = fields[name];
  return typeof text === 'string' ? text : undefined;
}

function fieldsAt(fields: Fields, name: string): Fields {
  const found = fields[name];
  return isFields(found) ? found : {};
}
