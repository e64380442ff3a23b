import type { PropertyMap } from '../property-value';
import { unknownMarker } from '../property-value';

/** Names of the input properties in a template, in order. `subscriptionId` comes from the provider, not the inputs. */
export function pathParameters(template: string): readonly string[] {
  return [...template.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => name !== 'subscriptionId');
}

/** The property with the name of the resource: the parameter at the end of the template. */
export function nameParameter(template: string): string | undefined {
  return /\{(\w+)\}$/.exec(template)?.[1];
}

/** The template of the parent: a resource, a resource group or a scope; `undefined` at the top. */
export function parentTemplate(template: string): string | undefined {
  const parent = template
    // Machine Learning creates the container of a version with its first version.
    .replace(/\/[^/]+\/\{\w+\}(\/versions\/\{version\})$/, '$1')
    .replace(/\/[^/]+\/[^/]+$/, '')
    .replace(/\/providers\/[^/]+$/, '');
  return parent === '/subscriptions/{subscriptionId}' || parent === '' ? undefined : parent;
}

/** Fills a template; `undefined` when a part of it is not known. */
export function fillTemplate(template: string, inputs: PropertyMap, subscription: string): string | undefined {
  const parts = pathParameters(template).map((name) => inputs[name]);
  if (parts.some((part) => typeof part !== 'string' || part === unknownMarker)) return undefined;
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === 'subscriptionId' ? subscription : inputs[name];
    return typeof value === 'string' ? value : '';
  });
  return filled.startsWith('/') ? filled : `/${filled}`;
}

/** ARM ids compare without regard to case and to a slash at the end. */
export function sameId(id: string): string {
  return id.toLowerCase().replace(/\/+$/, '');
}

/** The ARM type of an id: `Microsoft.CognitiveServices/accounts/deployments`. */
export function armTypeOf(id: string): string {
  const [, provider] = id.split(/\/providers\/(?!.*\/providers\/)/i);
  if (provider === undefined) return 'Microsoft.Resources/resourceGroups';
  const [namespace = '', ...segments] = provider.split('/');
  return [namespace, ...segments.filter((_, index) => index % 2 === 0)].join('/');
}
