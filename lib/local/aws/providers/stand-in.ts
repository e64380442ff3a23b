import type { Json, JsonObject } from '../json';
import { scalarText } from '../json';
import type { ExistingResource } from '../state/registry';

/** The part of the local cloud a stand-in may change: the objects in its buckets. */
export interface StoredObjects {
  readonly buckets: ReadonlyMap<string, { readonly objects: { clear(): void } }>;
}

/** What happens in place of a custom resource's function. */
export interface StandIn {
  /** What the function would have done, for reports. */
  readonly what: string;
  /** What `Fn::GetAtt` finds. @default - nothing: asking for an attribute is refused */
  readonly attributes?: (properties: JsonObject) => Readonly<Record<string, Json>>;
  /** What deleting it does to the local cloud. */
  readonly remove?: (resource: ExistingResource, cloud: StoredObjects) => void;
}

/**
 * Functions of the CDK library whose effect is known without running them. All others are refused: a custom resource that
 * nobody runs would be a stub that says it succeeded.
 */
export const defaultStandIns: Readonly<Record<string, StandIn>> = {
  'Custom::S3AutoDeleteObjects': {
    what: 'empties its bucket when it is deleted',
    remove: (resource, cloud) => {
      cloud.buckets.get(scalarText(resource.properties['BucketName']) ?? '')?.objects.clear();
    },
  },
  'Custom::VpcRestrictDefaultSG': { what: 'the default security group has no rules here' },
  'Custom::LogRetention': {
    what: 'log events are not kept here',
    attributes: (properties) => ({ LogGroupName: properties['LogGroupName'] ?? '' }),
  },
};
