import type { PropertyPath } from './property-path';
import { copyAt, formatPath, parsePath, touches } from './property-path';
import type { PropertyMap, PropertyValue } from './property-value';
import { isList, isMap, isSecret } from './property-value';
import type { SecretSeal } from './sealed-secret';
import { containsSealed, isSealed } from './sealed-secret';

/**
 * Places where the inputs of a resource differ, outermost first. Secrets are compared by value, or by digest where only
 * the digest is known. A value that becomes secret is not a difference.
 */
export function diffInputs(before: PropertyMap, after: PropertyMap, seal: SecretSeal): readonly PropertyPath[] {
  return diffValues(before, after, seal, []);
}

function diffValues(
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
  seal: SecretSeal,
  path: PropertyPath,
): readonly PropertyPath[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) return [path];
  if (isSealed(before) || isSealed(after)) return seal.equal(before, after) ? [] : [path];
  const left = open(before);
  const right = open(after);
  if (isList(left) && isList(right)) {
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      diffValues(left[index], right[index], seal, [...path, String(index)]),
    );
  }
  if (isMap(left) && isMap(right)) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted();
    return keys.flatMap((key) => diffValues(left[key], right[key], seal, [...path, key]));
  }
  return seal.equal(left, right) ? [] : [path];
}

function open(value: PropertyValue): PropertyValue {
  return isSecret(value) ? (value['value'] ?? null) : value;
}

/**
 * The new inputs, with the old ones at the paths of `ignoreChanges`. A secret of which only the digest is left keeps its
 * new value, because the old one is not known.
 */
export function withIgnoredChanges(before: PropertyMap, after: PropertyMap, ignored: readonly string[]): PropertyMap {
  return ignored.reduce<PropertyMap>((inputs, path) => {
    const kept = copyAt(parsePath(path), before, inputs);
    return containsSealed(kept) ? inputs : kept;
  }, after);
}

/** The inputs for the state file: ignored paths keep their old values, digests included. */
export function recordedInputs(before: PropertyMap, sealed: PropertyMap, ignored: readonly string[]): PropertyMap {
  return ignored.reduce<PropertyMap>((inputs, path) => copyAt(parsePath(path), before, inputs), sealed);
}

/** The inputs of a decision about one resource. */
export interface StepInput {
  /** @default - the resource does not exist yet */
  readonly before?: PropertyMap | undefined;
  readonly after: PropertyMap;
  /** Paths whose change the provider cannot make in place. @default - none */
  readonly forceNew?: readonly PropertyPath[];
  readonly replaceOnChanges?: readonly string[];
  /** Paths whose changes do not count. @default - all changes count */
  readonly ignoreChanges?: readonly string[];
  /** Whether the replacement of another resource replaces this one too. @default false */
  readonly cascade?: boolean;
}

/** The operation on one resource, with the paths that led to it. */
export interface StepDecision {
  readonly op: 'create' | 'same' | 'update' | 'replace';
  /** Paths of the inputs that changed. */
  readonly diff: readonly string[];
  /** Paths that force a replacement. */
  readonly replaceKeys: readonly string[];
}

/** Decides the operation on a resource from its old inputs and its new ones. */
export function decideStep(input: StepInput, seal: SecretSeal): StepDecision {
  if (input.before === undefined) return { op: 'create', diff: [], replaceKeys: [] };
  const ignored = (input.ignoreChanges ?? []).map(parsePath);
  const changes = diffInputs(input.before, input.after, seal).filter(
    (change) => !ignored.some((pattern) => pattern.length <= change.length && touches(pattern, change)),
  );
  const patterns = [...(input.forceNew ?? []), ...(input.replaceOnChanges ?? []).map(parsePath)];
  const forcing = changes.filter((change) => patterns.some((pattern) => touches(pattern, change)));
  const diff = changes.map(formatPath);
  const replaceKeys = forcing.map(formatPath);
  if (input.cascade === true || forcing.length > 0) return { op: 'replace', diff, replaceKeys };
  return { op: changes.length === 0 ? 'same' : 'update', diff, replaceKeys };
}
