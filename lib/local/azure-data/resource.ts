import type { Json } from '../../constraints/json';
import { at, textAt } from '../../constraints/value';

/** A resource of the local Azure, as its stack has it. */
export interface AzureResource {
  /** Type in the words of azure-native, such as `azure-native:search:Service`. */
  readonly type: string;
  /** ARM id. */
  readonly id: string;
  readonly inputs: Json;
  readonly outputs: Json;
}

/** The text at a path of what a program gave, or of what Azure added to it. */
export function textOf({ inputs, outputs }: AzureResource, ...path: readonly string[]): string | undefined {
  return textAt(inputs, ...path) ?? textAt(outputs, ...path);
}

/** The value at a path of what a program gave. */
export function inputOf({ inputs }: AzureResource, ...path: readonly string[]): Json | undefined {
  return at(inputs, ...path);
}

/** The last part of an ARM id: the name of the resource. */
export function nameOf({ id }: AzureResource): string {
  return id.split('/').at(-1) ?? id;
}
