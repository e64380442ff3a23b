import { armPath, fillTemplate, forceNewPaths, pathParameters, synthesizeOutputs } from '../../../lib/local/pulumi/arm';
import { diffInputs } from '../../../lib/local/pulumi/diff';
import { Identifiers } from '../../../lib/local/pulumi/identifier';
import type { PropertyPath } from '../../../lib/local/pulumi/property-path';
import { formatPath, parsePath, touches } from '../../../lib/local/pulumi/property-path';
import type { PropertyMap, PropertyValue } from '../../../lib/local/pulumi/property-value';
import { canonical, isMap, revealedMap } from '../../../lib/local/pulumi/property-value';
import { readModuleRows } from '../../../lib/local/pulumi/schema';
import { SecretSeal } from '../../../lib/local/pulumi/sealed-secret';
import type { CloudFile } from './cloud-file';

/** Subscription and tenant of the provider. */
export interface ProviderPlace {
  readonly subscriptionId: string;
  readonly tenantId: string;
}

/** How the inputs of a resource differ from those of its state. */
export interface Difference {
  readonly paths: readonly string[];
  readonly replaces: readonly string[];
}

const seal = new SecretSeal('stand-in');

/** What the provider decides about resources. It knows ids and outputs of ARM, and none of its rules. */
export class StandInCloud {
  constructor(
    private readonly file: CloudFile,
    private readonly place: ProviderPlace,
  ) {}

  /** The ARM id; undefined while a part of it is not known. @throws Error for a type without a known id */
  idOf(type: string, inputs: PropertyMap): string | undefined {
    const template = armPath(type);
    if (template === undefined) throw new Error(`the id of ${type} is not known`);
    return fillTemplate(template, revealedMap(inputs), this.place.subscriptionId);
  }

  outputsOf(type: string, id: string, inputs: PropertyMap): PropertyMap {
    const [, module = '', name = ''] = type.split(':');
    const plain = revealedMap(inputs);
    return synthesizeOutputs({
      type,
      id,
      inputs: plain,
      pathParameters: pathParameters(armPath(type) ?? ''),
      declared: new Set(readModuleRows(module)?.resources[name]?.outputs ?? []),
      location: typeof plain['location'] === 'string' ? plain['location'] : 'swedencentral',
      subscriptionId: this.place.subscriptionId,
      tenantId: this.place.tenantId,
      identifiers: new Identifiers('stand-in'),
      outputsOf: (other) => this.file.get(other)?.outputs,
    });
  }

  difference(type: string, before: PropertyMap, after: PropertyMap, ignored: readonly string[]): Difference {
    const skipped = ignored.map(parsePath);
    const changes = diffInputs(revealedMap(before), revealedMap(after), seal).filter(
      (change) => !skipped.some((pattern) => pattern.length <= change.length && touches(pattern, change)),
    );
    const forcing = (change: PropertyPath): boolean => forceNewPaths(type).some((pattern) => touches(pattern, change));
    return { paths: changes.map(formatPath), replaces: changes.filter(forcing).map(formatPath) };
  }
}

/** The inputs with what changed in the cloud since the state was written: a refresh reports it to the engine. */
export function drifted(before: PropertyMap, now: PropertyMap, inputs: PropertyMap): PropertyMap {
  const changed: Record<string, PropertyValue> = { ...inputs };
  for (const [key, value] of Object.entries(now)) {
    const old = before[key];
    if (old !== undefined && canonical(old) === canonical(value)) continue;
    const input = inputs[key];
    changed[key] = isMap(old) && isMap(value) && isMap(input) ? drifted(old, value, input) : value;
  }
  return changed;
}
