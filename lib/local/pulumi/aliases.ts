import type { AliasSpec, UrnInput } from '../../graph/urn';
import { aliasUrn, formatUrn, parseUrn } from '../../graph/urn';

/**
 * Former URNs of a resource: those of its aliases, and those that follow from the aliases of its parent. A
 * child whose name starts with its parent's name was renamed along with it.
 */
export function formerUrns(
  resource: UrnInput,
  aliases: readonly AliasSpec[],
  formerParents: readonly string[],
): readonly string[] {
  const urns = new Set(aliases.map((alias) => aliasUrn(alias, resource)));
  const parentName = resource.parent === undefined ? undefined : parseUrn(resource.parent)?.name;
  for (const parent of formerParents) {
    const name = renamedWith(resource.name, parentName, parseUrn(parent)?.name);
    urns.add(formatUrn({ ...resource, name, parent }));
    for (const alias of aliases) {
      if (alias.urn === undefined) urns.add(aliasUrn({ ...alias, parent, name: alias.name ?? name }, resource));
    }
  }
  urns.delete(formatUrn(resource));
  return [...urns];
}

function renamedWith(name: string, parent: string | undefined, formerParent: string | undefined): string {
  if (parent === undefined || formerParent === undefined || !name.startsWith(parent)) return name;
  return formerParent + name.slice(parent.length);
}
