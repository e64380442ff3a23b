import { armTypeOf, fillTemplate, parentTemplate } from '../arm/arm-id';
import type { Problem } from '../model';
import type { ArmCheck, CheckContext } from './check';

/** ARM answers 404 ParentResourceNotFound or ResourceGroupNotFound when the parent in the id does not exist. */
export const parentExists: ArmCheck = (context) => {
  const template = parentTemplate(context.template);
  if (template === undefined || context.op === 'same') return [];
  const parent = fillTemplate(template, context.inputs, context.subscription);
  if (parent === undefined || isScopeOutside(parent)) return [];
  const id = withoutDefaultService(parent);
  const name = parent.split('/').at(-1) ?? parent;
  if (context.exists(id)) return unordered(context, id, name);
  return [
    {
      code: 'MissingParent',
      urn: context.urn,
      message: `${armTypeOf(parent)} ${name} does not exist when this resource is created`,
      got: parent,
      expected: 'a resource that exists or is created before',
      fix: `take the name from the resource that creates ${name}, or declare it as existing`,
    },
  ];
};

/** The engine creates what does not depend on each other at the same time: a parent of this run must be waited for. */
function unordered({ urn, earlier, ownerOf, waitsFor }: CheckContext, id: string, name: string): readonly Problem[] {
  const owner = ownerOf(id);
  const made = earlier.some((other) => other.urn === owner && (other.op === 'create' || other.op === 'replace'));
  if (owner === undefined || !made || waitsFor(owner)) return [];
  return [
    {
      code: 'UnorderedParent',
      urn,
      message: `nothing makes this resource wait for ${owner}, which creates ${name} in the same run`,
      got: 'no dependency path between them',
      expected: 'the name of the parent as an output of the resource that creates it',
      fix: `take the name from an output of ${owner.split('::').at(-1) ?? owner}, or add it to dependsOn`,
    },
  ];
}

/** A subscription or a management group exists before any program runs. */
function isScopeOutside(id: string): boolean {
  return /^\/subscriptions\/[^/]+\/?$/.test(id) || /^\/providers\/Microsoft\.Management\//i.test(id);
}

/** A service such as `blobServices/default` comes with its account. */
function withoutDefaultService(id: string): string {
  return id.replace(/\/\w+Services\/default$/i, '');
}
