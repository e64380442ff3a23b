import type { ResourceNode } from '../../graph';
import { isUnknownAt } from '../../graph';
import { knownAt } from '../known';
import { isList, isMap } from '../policy';
import { azurePath } from './azure-value';

/** A filter that a content policy should have. */
interface WantedFilter {
  readonly name: string;
  readonly source: 'Prompt' | 'Completion';
}

/**
 * Wanted filters that a content policy of Azure OpenAI does not have, with the path of its list. A list that is not known has
 * them all.
 */
export function missingFilters(
  node: ResourceNode,
  wanted: readonly WantedFilter[],
): readonly { readonly path: string; readonly message: string }[] {
  const path = azurePath(node, 'properties.contentFilters');
  const list = knownAt(node.properties, path);
  if (isUnknownAt(node, path) || (list !== undefined && !isList(list))) return [];
  const given = (list ?? []).filter(isMap);
  return wanted
    .filter(({ name, source }) => !given.some((one) => isSame(one['name'], name) && isSame(one['source'], source)))
    .map(({ name, source }) => ({ path, message: `no filter ${name} of ${source.toLowerCase()}s` }));
}

/** Names differ by case and spaces between API versions. */
function isSame(value: unknown, wanted: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '');
  return typeof value === 'string' && plain(value) === plain(wanted);
}
