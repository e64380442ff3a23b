import type { JsonObject } from '../../../../../lib/constraints/json';
import type { CheckInput } from '../../../../../lib/local/aws/checks/check';
import type { ExistingResource } from '../../../../../lib/local/aws/state/registry';
import { Registry } from '../../../../../lib/local/aws/state/registry';
import { testAccount, testRegion } from '../engine';

/** The surroundings of a checked resource. */
export interface Surroundings {
  /** Type of the resource. @default - a type without names */
  readonly type?: string;
  /** Resources that exist. @default - none */
  readonly existing?: readonly ExistingResource[];
  /** Keys of objects by bucket. @default - no bucket */
  readonly buckets?: Readonly<Record<string, readonly string[]>>;
  /** Collects what the check could not check. @default - dropped */
  readonly unverified?: string[];
}

/** The input of a check: properties, and what exists around the resource. */
export function checkInput(properties: JsonObject, surroundings: Surroundings = {}): CheckInput {
  const { type = 'AWS::Test::Resource', existing = [], buckets = {}, unverified = [] } = surroundings;
  const registry = new Registry();
  for (const resource of existing) registry.add(resource);
  return {
    type,
    logicalId: 'It',
    account: testAccount,
    region: testRegion,
    properties,
    registry,
    holdsObject: (bucket, key) => buckets[bucket]?.includes(key),
    unverified: (what) => unverified.push(what),
  };
}

/** A resource of the test account and region. */
export function existing(
  type: string,
  physicalId: string,
  properties: JsonObject = {},
  more: Partial<ExistingResource> = {},
): ExistingResource {
  return {
    account: testAccount,
    region: testRegion,
    type,
    logicalId: physicalId,
    stackId: 'stack',
    physicalId,
    arn: `arn:test:${physicalId}`,
    uniqueKey: undefined,
    properties,
    ...more,
  };
}
