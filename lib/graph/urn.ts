/**
 * Names of Pulumi resources as the engine writes them:
 * `urn:pulumi:<stack>::<project>::<parentQualifiedType>$<type>::<name>`, where a stack as parent adds nothing.
 *
 * Pure text. The recorder and the local engine both build names with it, so that a recorded graph and a rehearsed
 * deployment have the same names.
 */

const urnPrefix = 'urn:pulumi:';

/** The type of the root resource of every Pulumi program. */
const stackType = 'pulumi:pulumi:Stack';

/** The parts of an engine URN. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** Types of the parents and of the resource, outermost first, joined by `$`; a stack as parent is left out. */
  readonly qualifiedType: string;
  /** The type of the resource: the last part of `qualifiedType`. */
  readonly type: string;
  readonly name: string;
}

/** What {@link formatUrn} needs to name a resource. */
export interface UrnInput {
  readonly stack: string;
  readonly project: string;
  readonly type: string;
  readonly name: string;
  /**
   * URN of the parent.
   * @default - the resource has no parent, which names it like a child of the stack
   */
  readonly parent?: string | undefined;
}

/** Splits an engine URN; `undefined` when the text is not one. A name can contain `::`. */
export function parseUrn(urn: string): UrnParts | undefined {
  if (!urn.startsWith(urnPrefix)) return undefined;
  const [stack, project, qualifiedType, ...name] = urn.slice(urnPrefix.length).split('::');
  if (stack === undefined || project === undefined || qualifiedType === undefined || name.length === 0)
    return undefined;
  return {
    stack,
    project,
    qualifiedType,
    type: qualifiedType.split('$').at(-1) ?? qualifiedType,
    name: name.join('::'),
  };
}

/** Builds the URN that the engine would give the resource. */
export function formatUrn(input: UrnInput): string {
  const parent = input.parent === undefined ? undefined : parseUrn(input.parent);
  const prefix = parent === undefined || parent.type === stackType ? '' : `${parent.qualifiedType}$`;
  return `${urnPrefix}${input.stack}::${input.project}::${prefix}${input.type}::${input.name}`;
}

/** The URN of the root resource that the Node runtime registers for every program. */
export function stackUrn(stack: string, project: string): string {
  return formatUrn({ stack, project, type: stackType, name: `${project}-${stack}` });
}

/** An alias as a program declares it: a whole URN, or the parts in which the former URN differed. */
export interface AliasSpec {
  readonly urn?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly stack?: string | undefined;
  readonly project?: string | undefined;
  readonly parent?: string | undefined;
  readonly noParent?: boolean | undefined;
}

/** A type token of an older API version: `azure-native:cognitiveservices/v20250601:Account`. */
const versionedType = /^azure-native:[a-z0-9]+\/v\d{8}[a-z0-9]*:/i;

/**
 * Drops the type aliases that azure-native adds to every resource for its older API versions (21 to 50 each), and keeps
 * those of the program.
 */
export function withoutVersionAliases(aliases: readonly AliasSpec[]): readonly AliasSpec[] {
  return aliases.filter((alias) => {
    const type = alias.urn === undefined ? alias.type : parseUrn(alias.urn)?.type;
    return type === undefined || !versionedType.test(type);
  });
}

/** The former URN that an alias of a resource names. Parts that the alias leaves out are those of the resource. */
export function aliasUrn(alias: AliasSpec, resource: UrnInput): string {
  if (alias.urn !== undefined) return alias.urn;
  return formatUrn({
    stack: alias.stack ?? resource.stack,
    project: alias.project ?? resource.project,
    type: alias.type ?? resource.type,
    name: alias.name ?? resource.name,
    parent: alias.noParent === true ? undefined : (alias.parent ?? resource.parent),
  });
}
