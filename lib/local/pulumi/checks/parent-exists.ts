import { armTypeOf, fillTemplate, parentTemplate } from '../arm/arm-id';
import type { ArmCheck } from './check';

/** ARM answers 404 ParentResourceNotFound or ResourceGroupNotFound when the parent in the id does not exist. */
export const parentExists: ArmCheck = (context) => {
  const template = parentTemplate(context.template);
  if (template === undefined || context.op === 'same') return [];
  const parent = fillTemplate(template, context.inputs, context.subscription);
  if (parent === undefined || isScopeOutside(parent) || context.exists(withoutDefaultService(parent))) return [];
  const name = parent.split('/').at(-1) ?? parent;
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

/** A subscription or a management group exists before any program runs. */
function isScopeOutside(id: string): boolean {
  return /^\/subscriptions\/[^/]+\/?$/.test(id) || /^\/providers\/Microsoft\.Management\//i.test(id);
}

/** A service such as `blobServices/default` comes with its account. */
function withoutDefaultService(id: string): string {
  return id.replace(/\/\w+Services\/default$/i, '');
}
