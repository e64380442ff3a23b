import type { ResourceNode } from '../../graph';

/**
 * Whether a text of another resource, such as the scope of a setting, names a resource. A name that an expression makes is
 * within the expression of the text.
 *
 * @param name undefined where it is not known
 */
export function namesResource(text: string, name: string | undefined): boolean {
  if (name === undefined || name === '') return false;
  const expression = /^\[(\w.+)\]$/.exec(name)?.[1];
  return expression === undefined ? text.endsWith(`/${name}`) : text.includes(expression);
}

/** The name of a resource in the terms of azure-native. @returns undefined where it is no text */
export function nameOf({ properties }: ResourceNode): string | undefined {
  const found = Object.entries(properties).find(
    ([key]) => /^(?:name|\w+Name)$/.test(key) && key !== 'resourceGroupName',
  );
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}
