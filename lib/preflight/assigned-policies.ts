import type { PolicyFile } from './check';
import type { Fields } from './policy-files';
import {
  definitionIdOf,
  fieldsAt,
  isFields,
  membersOf,
  partsOf,
  propertiesOf,
  ruleOf,
  sameId,
  textAt,
} from './policy-files';

/** A part of Azure that a policy leaves out, for ever or until a day. */
export interface PolicyExclusion {
  /** Id of a management group, a subscription, a resource group or a resource. */
  readonly scope: string;
  /** Name of the exemption. @default - the assignment itself leaves the scope out */
  readonly exemption?: string;
  /** ISO time after which it does not hold. @default - it has no end */
  readonly expires?: string;
}

/** A policy definition of Azure with the values that an assignment gives to its parameters. */
export interface AssignedPolicy {
  readonly file: string;
  readonly name: string;
  readonly rule: Fields;
  /** Values by name: of the assignment, of the initiative, or the default. */
  readonly parameters: Fields;
  /** Whether a violation is only reported. */
  readonly reportsOnly: boolean;
  /** Where it is assigned. @default - the file does not say */
  readonly scope?: string;
  readonly exclusions: readonly PolicyExclusion[];
  /** What of the assignment is not evaluated, such as `overrides`. Empty for most. */
  readonly unread: readonly string[];
}

/** A part of a file. */
interface Part {
  readonly file: string;
  readonly part: Fields;
}

/**
 * Definitions of Azure Policy with the assignments that name them, alone or in an initiative. A definition or an initiative
 * without an assignment has no effect. Sources, read 2026-12-01: learn.microsoft.com/azure/governance/policy/concepts,
 * "assignment-structure" (`notScopes`, `enforcementMode`, `overrides`, `resourceSelectors`), "initiative-definition-structure"
 * and "exemption-structure" (`expiresOn`, `policyDefinitionReferenceIds`).
 */
export function assignedPolicies(files: readonly PolicyFile[]): readonly AssignedPolicy[] {
  const parts = allParts(files);
  return parts.flatMap((assignment) => ofAssignment(assignment, parts));
}

/** Assignments whose definition, or definitions of an initiative, are in no file. */
export function unresolvedAssignments(
  files: readonly PolicyFile[],
): readonly { readonly name: string; readonly id: string }[] {
  const parts = allParts(files);
  return parts.flatMap(({ part }) => {
    const id = definitionIdOf(part);
    if (id === undefined) return [];
    const wanted = parts.find((other) => membersOf(other.part) !== undefined && sameId(other.part, id));
    const ids =
      wanted === undefined ? [id] : (membersOf(wanted.part) ?? []).flatMap((one) => definitionIdOf(one) ?? []);
    const [first, ...others] = ids.filter((one) => definitionOf(parts, one) === undefined);
    if (first === undefined) return [];
    return [{ name: nameOf(part, id), id: others.length === 0 ? first : `${first} and ${others.length} more` }];
  });
}

function allParts(files: readonly PolicyFile[]): readonly Part[] {
  return files.flatMap(({ file, content }) => partsOf(content).map((part) => ({ file, part })));
}

function ofAssignment({ file, part }: Part, parts: readonly Part[]): readonly AssignedPolicy[] {
  const id = definitionIdOf(part);
  if (id === undefined) return [];
  const properties = propertiesOf(part);
  const scope = scopeOf(part);
  const name = nameOf(part, id);
  const assigned = (
    definition: Fields,
    member: { readonly name: string; readonly values: Fields; readonly reference?: string | undefined },
  ): readonly AssignedPolicy[] => {
    const rule = ruleOf(definition);
    if (rule === undefined) return [];
    return [
      {
        file,
        name: member.name,
        rule,
        parameters: { ...defaultsOf(definition), ...member.values },
        reportsOnly: textAt(properties, 'enforcementMode') === 'DoNotEnforce',
        ...(scope === undefined ? {} : { scope }),
        exclusions: [...notScopes(properties), ...exemptionsOf(part, member.reference, parts)],
        unread: ['overrides', 'resourceSelectors'].filter((field) => isFilled(properties[field])),
      },
    ];
  };
  const given = valuesOf(fieldsAt(properties, 'parameters'));
  const single = definitionOf(parts, id);
  if (single !== undefined) return assigned(single, { name, values: given });
  const initiative = parts.find((other) => membersOf(other.part) !== undefined && sameId(other.part, id))?.part;
  if (initiative === undefined) return [];
  const values = { ...defaultsOf(initiative), ...given };
  return (membersOf(initiative) ?? []).flatMap((member) => {
    const definition = definitionOf(parts, definitionIdOf(member) ?? '');
    if (definition === undefined) return [];
    const reference = textAt(member, 'policyDefinitionReferenceId');
    const own = textAt(propertiesOf(definition), 'displayName') ?? reference ?? definitionIdOf(member) ?? '';
    return assigned(definition, {
      name: `${name}: ${own}`,
      values: resolvedValues(valuesOf(fieldsAt(member, 'parameters')), values),
      reference,
    });
  });
}

function definitionOf(parts: readonly Part[], id: string): Fields | undefined {
  return parts.find(({ part }) => ruleOf(part) !== undefined && sameId(part, id))?.part;
}

function nameOf(part: Fields, id: string): string {
  return textAt(propertiesOf(part), 'displayName') ?? textAt(part, 'name') ?? id;
}

function defaultsOf(definition: Fields): Fields {
  const declared = Object.entries(fieldsAt(propertiesOf(definition), 'parameters'));
  return Object.fromEntries(
    declared.flatMap(([name, one]) => (isFields(one) && 'defaultValue' in one ? [[name, one['defaultValue']]] : [])),
  );
}

function valuesOf(parameters: Fields): Fields {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, one]) => [name, isFields(one) ? one['value'] : one] as const),
  );
}

/** Values of a member, in which the initiative's own parameters stand. A value that is another template is not known. */
function resolvedValues(values: Fields, initiative: Fields): Fields {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const known = resolvedValue(value, initiative);
      // Undefined instead of absent: the default of the definition is not what the initiative gives.
      return [[name, known] as const];
    }),
  );
}

function resolvedValue(value: unknown, initiative: Fields): unknown {
  if (Array.isArray(value)) {
    const all = value.map((one: unknown) => resolvedValue(one, initiative));
    return all.includes(undefined) ? undefined : all;
  }
  if (typeof value !== 'string' || !value.startsWith('[') || !value.endsWith(']')) return value;
  if (value.startsWith('[[')) return value.slice(1);
  const name = /^\[\s*parameters\('([^']+)'\)\s*\]$/i.exec(value)?.[1];
  return name === undefined ? undefined : initiative[name];
}

function notScopes(assignment: Fields): readonly PolicyExclusion[] {
  const listed = assignment['notScopes'];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((scope: unknown) => (typeof scope === 'string' ? [{ scope }] : []));
}

function exemptionsOf(
  assignment: Fields,
  reference: string | undefined,
  parts: readonly Part[],
): readonly PolicyExclusion[] {
  return parts.flatMap(({ part }): readonly PolicyExclusion[] => {
    const properties = propertiesOf(part);
    const id = textAt(properties, 'policyAssignmentId');
    if (id === undefined || !sameId(assignment, id)) return [];
    const references = properties['policyDefinitionReferenceIds'];
    const ofMember =
      !Array.isArray(references) ||
      references.length === 0 ||
      references.some((one) => typeof one === 'string' && one.toLowerCase() === reference?.toLowerCase());
    // An exemption is in force where it lies; without an id, where the assignment is.
    const scope = scopeOf(part) ?? scopeOf(assignment);
    if (!ofMember || scope === undefined) return [];
    const expires = textAt(properties, 'expiresOn');
    return [
      {
        scope,
        exemption: textAt(properties, 'displayName') ?? textAt(part, 'name') ?? 'an exemption',
        ...(expires === undefined ? {} : { expires }),
      },
    ];
  });
}

/** What a policy resource is about: the scope that it names, or what its id begins with. */
function scopeOf(part: Fields): string | undefined {
  const named = textAt(propertiesOf(part), 'scope');
  if (named !== undefined) return named;
  const [, scope] =
    /^(.*)\/providers\/Microsoft\.Authorization\/policy(?:Assignments|Exemptions)\//i.exec(textAt(part, 'id') ?? '') ??
    [];
  return scope;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
