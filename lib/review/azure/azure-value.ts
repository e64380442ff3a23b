import type { ResourceNode } from '../../graph';
import { isUnknownAt } from '../../graph';
import { azureNativePath, azureNativeType } from '../../graph/arm/to-azure-native';
import { unversionedType } from '../../graph/pulumi/unversioned-type';
import type { GraphIndex } from '../graph-index';
import type { Known } from '../known';
import { knownAt, placesAt, unknown } from '../known';

/** A value at one place of a resource. */
export interface AzurePlace {
  /** Dotted, in the terms of the node. */
  readonly path: string;
  readonly value: Known;
}

/** A text at one place of a resource. */
interface AzureText extends AzurePlace {
  readonly value: string;
}

/** The types of nodes that an ARM type has: that of azure-native, and its own for readers that do not translate it. */
export function nodeTypes(armTypes: readonly string[]): readonly string[] {
  return armTypes.flatMap((type) => [azureNativeType(type) ?? [], type].flat());
}

/** A path of an ARM resource, such as `properties.sku`, in the terms of a node. */
export function azurePath({ type }: ResourceNode, path: string): string {
  return azureNativePath(path, unversionedType(type));
}

/** The value at a path of an ARM resource; `unknown` where it is known after the deployment only. */
export function azureValue(node: ResourceNode, path: string): Known {
  const own = azurePath(node, path);
  return isUnknownAt(node, own) ? unknown : knownAt(node.properties, own);
}

/** The places that a path of an ARM resource with `*` for the items of lists names. */
export function azurePlaces(node: ResourceNode, path: string): readonly AzurePlace[] {
  return placesAt(node.properties, azurePath(node, path)).map(({ path: own, values: [first, ...others] }) => ({
    path: own,
    value: others.length > 0 || isUnknownAt(node, own) ? unknown : first,
  }));
}

/** The texts at a path of an ARM resource, with their places; what is no text or not known is left out. */
export function azureTexts(node: ResourceNode, path: string): readonly AzureText[] {
  return azurePlaces(node, path).flatMap(({ path: own, value }) =>
    typeof value === 'string' ? [{ path: own, value }] : [],
  );
}

/** Whether a value is a text, compared without case. */
export function isText(value: Known, ...texts: readonly string[]): boolean {
  return typeof value === 'string' && texts.some((text) => text.toLowerCase() === value.toLowerCase());
}

/** The resources of ARM types in the environment of another resource. */
export function azureNodes(
  graph: GraphIndex,
  armTypes: readonly string[],
  like: ResourceNode,
): readonly ResourceNode[] {
  return nodeTypes(armTypes).flatMap((type) => graph.ofType(type, like));
}
