import type { Json, JsonObject } from '../../../constraints/json';
import { sameJson } from '../../../constraints/json';
import type { RequiresRecreation } from '../../../constraints/schema/replacement';
import { requiresRecreation } from '../../../constraints/schema/replacement';
import { references } from '../../../constraints/template/references';
import type { DeployedResource } from './deployed';
import type { ResourceDeclaration } from './template';

/** One changed property or attribute of a resource declaration, as DescribeChangeSet's `Details` lists it. */
export interface ChangeDetail {
  readonly attribute: 'Properties' | 'Metadata' | 'DeletionPolicy' | 'UpdateReplacePolicy';
  readonly name: string | undefined;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly requiresRecreation: RequiresRecreation;
  /** Dynamic: the value changes only because a referenced resource is replaced. */
  readonly evaluation: 'Static' | 'Dynamic';
}

/** What a deployment does to one resource. */
export interface ResourceChange {
  readonly action: 'Add' | 'Import' | 'Modify' | 'None' | 'SyncWithActual';
  /** In DescribeChangeSet's words; undefined unless the action is Modify. */
  readonly replacement: 'True' | 'False' | 'Conditional' | undefined;
  /** Whether execution replaces the resource; a plan can tell because identifiers are a function of the seed. */
  readonly replace: boolean;
  readonly details: readonly ChangeDetail[];
}

/**
 * Compares a resource with its last deployment.
 * @param next the new declaration and its properties after intrinsics
 * @param replaced whether the same plan replaces another resource
 * @param condition the value of a condition of the template
 */
export function resourceChange(
  next: { readonly declaration: ResourceDeclaration; readonly properties: JsonObject },
  previous: DeployedResource | undefined,
  replaced: (logicalId: string) => boolean,
  condition: (name: string) => boolean,
): ResourceChange {
  const { declaration, properties } = next;
  if (previous === undefined) return { action: 'Add', replacement: undefined, replace: false, details: [] };
  const names = new Set([...Object.keys(previous.properties), ...Object.keys(properties)]);
  const details: ChangeDetail[] = [];
  for (const name of names) {
    const [before, after] = [previous.properties[name], properties[name]];
    if (sameJson(before, after)) continue;
    const declared = declaration.properties[name];
    const dynamic =
      declared !== undefined &&
      sameJson(declared, previous.declaration.properties[name]) &&
      references(declared, '', condition).some(({ target }) => replaced(target));
    details.push({
      attribute: 'Properties',
      name,
      before,
      after,
      requiresRecreation: requiresRecreation(declaration.type, name, before, after),
      evaluation: dynamic ? 'Dynamic' : 'Static',
    });
  }
  details.push(...declarationChanges(previous.declaration, declaration));
  if (details.length === 0) return { action: 'None', replacement: undefined, replace: false, details };
  const always = details.filter((detail) => detail.requiresRecreation === 'Always');
  const certain = always.some((detail) => detail.evaluation === 'Static');
  const possible = always.length > 0 || details.some((detail) => detail.requiresRecreation === 'Conditionally');
  return {
    action: 'Modify',
    replacement: certain ? 'True' : possible ? 'Conditional' : 'False',
    replace: always.length > 0,
    details,
  };
}

function declarationChanges(before: ResourceDeclaration, after: ResourceDeclaration): readonly ChangeDetail[] {
  const pairs = [
    ['Metadata', before.metadata, after.metadata],
    ['DeletionPolicy', before.deletionPolicy, after.deletionPolicy],
    ['UpdateReplacePolicy', before.updateReplacePolicy, after.updateReplacePolicy],
  ] as const;
  return pairs
    .filter(([, left, right]) => !sameJson(left, right))
    .map(([attribute, left, right]) => ({
      attribute,
      name: undefined,
      before: left,
      after: right,
      requiresRecreation: 'Never',
      evaluation: 'Static',
    }));
}
