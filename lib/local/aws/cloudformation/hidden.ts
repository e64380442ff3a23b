import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, sameJson } from '../../../constraints/json';
import { ServiceError } from '../errors';
import type { DeployedResource, Made } from './deployed';
import type { Drift } from './drift';
import { resolve } from './intrinsics';
import type { StackParameter } from './parameters';
import type { PlannedResource } from './planned';
import type { Scope } from './scope';
import type { ResourceDeclaration } from './template';

/**
 * What answers and events hide of a deployment. Resources get the values themselves, and so do outputs and metadata.
 * Source: CloudFormation User Guide, "Parameters" (`NoEcho`) and "Custom resource response objects" (`NoEcho`), 2026-11-30.
 */
export interface Hidden {
  /** Parameters with `NoEcho`, with the text that is shown in place of each. */
  readonly parameters: ReadonlyMap<string, Json>;
  /** Custom resources whose function asked to hide what it answered. */
  readonly resources: Set<string>;
}

const hiddenParameter = '****';
const hiddenAttribute = '*****';

/** What the parameters hide. */
export function hiddenBy(parameters: readonly StackParameter[]): Hidden {
  const hidden = parameters.filter(({ noEcho }) => noEcho);
  return {
    parameters: new Map(
      hidden.map(({ key, effective }) => [
        key,
        isList(effective) ? effective.map(() => hiddenParameter) : hiddenParameter,
      ]),
    ),
    resources: new Set(),
  };
}

/** Notes whether the attributes of a resource are hidden. */
export function noteHidden({ resources }: Hidden, logicalId: string, made: Made | undefined): void {
  if (made?.noEcho === true) resources.add(logicalId);
  else resources.delete(logicalId);
}

/** The properties of a resource with stars for what is hidden; undefined when they hold nothing of it. */
export function shownProperties(
  { logicalId, properties: declared }: ResourceDeclaration,
  properties: JsonObject,
  scope: Scope,
  hidden: Hidden,
): JsonObject | undefined {
  if (hidden.parameters.size === 0 && hidden.resources.size === 0) return undefined;
  const hiding: Scope = {
    ...scope,
    parameters: new Map([...scope.parameters, ...hidden.parameters]),
    resource: (other) => {
      const found = scope.resource(other);
      if (found === undefined || !hidden.resources.has(other)) return found;
      return { physicalId: found.physicalId, attribute: () => hiddenAttribute };
    },
  };
  try {
    const shown = resolve(declared, hiding, `/Resources/${logicalId}/Properties`);
    return !isObject(shown) || sameJson(shown, properties) ? undefined : shown;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // A function such as Fn::Split takes a hidden value apart, and finds no parts in stars.
    return Object.fromEntries(Object.keys(properties).map((name) => [name, hiddenParameter]));
  }
}

/** What events and change sets show of the properties of a resource. A dynamic reference stays a reference. */
export function shownOf({ shown, properties }: PlannedResource | DeployedResource): JsonObject {
  return shown ?? properties;
}

/** A drift with stars for the properties that hold something hidden, and references where they hold what one resolved to. */
export function shownDrift(resource: DeployedResource, drift: Drift): Drift {
  const { properties } = resource.existing;
  const hidden = Object.entries(shownOf(resource)).filter(([name, value]) => !sameJson(value, properties[name]));
  if (hidden.length === 0) return drift;
  const hide = (values: JsonObject): JsonObject => ({
    ...values,
    ...Object.fromEntries(hidden.filter(([name]) => Object.hasOwn(values, name))),
  });
  return {
    ...drift,
    expected: hide(drift.expected),
    actual: drift.actual === undefined ? undefined : hide(drift.actual),
    differences: drift.differences.map((difference) =>
      hidden.some(([name]) => difference.path === `/${name}` || difference.path.startsWith(`/${name}/`))
        ? { ...difference, expected: hiddenParameter, actual: difference.actual && hiddenParameter }
        : difference,
    ),
  };
}
