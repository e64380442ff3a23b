import type { Json, JsonObject } from '../json';
import { scalarText } from '../json';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/** What happens in place of a custom resource's function. */
export interface StandIn {
  /** What the function would have done, for reports. */
  readonly what: string;
  /** What `Fn::GetAtt` finds. @default - nothing: asking for an attribute is refused */
  readonly attributes?: (properties: JsonObject) => Readonly<Record<string, Json>>;
  /** What deleting it does to the local cloud. */
  readonly remove?: (resource: ExistingResource, cloud: Cloud) => void;
}

/**
 * Functions of the CDK library whose effect is known without running them. All others are refused: a custom resource that
 * nobody runs would be a stub that says it succeeded.
 */
export const STAND_INS: Readonly<Record<string, StandIn>> = {
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

/** The provider of a custom resource; creating one that nothing stands in for fails with the reason. */
export function customResourceProvider(type: string, cloud: Cloud): Provider {
  const known = cloud.standIns.get(type);
  if (known !== undefined) return known.remove === undefined ? {} : { remove: known.remove };
  return {
    create: () => {
      throw new ResourceFailure(
        `The local cloud does not run the function behind custom resource type ${type}; it stands in for [${[...cloud.standIns.keys()].join(', ')}]`,
      );
    },
  };
}
