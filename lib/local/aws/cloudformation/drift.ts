import type { Json, JsonObject } from '../../../constraints/json';
import { isObject, sameJson, scalarText } from '../../../constraints/json';
import { cdkMetadata, isCustomResource, nestedStack } from '../../../constraints/schema/special-types';
import type { Cloud } from '../state/cloud';
import { sameResource } from '../state/registry';
import type { DeployedResource } from './deployed';
import type { FoundDrift } from './found-drift';
import type { Stack } from './stack';

/** A property that is not as its stack deployed it. */
interface PropertyDifference {
  /** JSON pointer. */
  readonly path: string;
  readonly expected: Json | undefined;
  readonly actual: Json | undefined;
  readonly type: 'ADD' | 'REMOVE' | 'NOT_EQUAL';
}

/** A resource beside what its stack deployed. */
export interface Drift {
  readonly status: FoundDrift['status'];
  readonly expected: JsonObject;
  /** Undefined for a resource that is gone. */
  readonly actual: JsonObject | undefined;
  readonly differences: readonly PropertyDifference[];
}

/** Types that a drift detection leaves out: nobody but their function, or CloudFormation itself, can say how they are. */
function isUnchecked(type: string): boolean {
  return isCustomResource(type) || type === cdkMetadata || type === nestedStack;
}

/** Compares a resource with what another caller may have made of it. Properties that the template leaves out do not count. */
export function driftOf(stack: Stack, { existing }: DeployedResource, cloud: Cloud): Drift {
  const expected = existing.properties;
  if (isUnchecked(existing.type)) return { status: 'NOT_CHECKED', expected, actual: expected, differences: [] };
  const actual = actualProperties(stack, existing, cloud);
  if (actual === undefined) return { status: 'DELETED', expected, actual, differences: [] };
  const differences = compare(expected, actual, '');
  return { status: differences.length === 0 ? 'IN_SYNC' : 'MODIFIED', expected, actual, differences };
}

function actualProperties(
  { account, region }: Stack,
  existing: DeployedResource['existing'],
  cloud: Cloud,
): JsonObject | undefined {
  const { type, physicalId, properties } = existing;
  if (type === 'AWS::S3::Bucket' && cloud.buckets.get(physicalId) === undefined) return undefined;
  if (type === 'AWS::SSM::Parameter') {
    const stored = cloud.parameters(account, region).get(physicalId);
    if (stored === undefined) return undefined;
    const value = scalarText(properties['Value']) === stored.value ? properties['Value'] : stored.value;
    return { ...properties, Type: stored.type, ...(value === undefined ? {} : { Value: value }) };
  }
  return cloud.registry.list(type, account).find((resource) => sameResource(resource, existing))?.properties;
}

function compare(expected: JsonObject, actual: JsonObject, path: string): readonly PropertyDifference[] {
  return Object.keys(expected).flatMap((name): readonly PropertyDifference[] => {
    const [before, after] = [expected[name], actual[name]];
    const place = `${path}/${name}`;
    if (sameJson(before, after)) return [];
    if (isObject(before) && isObject(after)) return compare(before, after, place);
    return [{ path: place, expected: before, actual: after, type: after === undefined ? 'REMOVE' : 'NOT_EQUAL' }];
  });
}
