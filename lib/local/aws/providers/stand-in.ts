import type { Json, JsonObject } from '../../../constraints/json';
import { scalarText } from '../../../constraints/json';

/** What a stand-in can change in the local cloud. */
interface StandInEffects {
  /** Deletes every object of a bucket, if the bucket exists. */
  emptyBucket(name: string): void;
}

/** What happens in place of a custom resource's function. */
export interface StandIn {
  /** What the function would have done, for reports. */
  readonly what: string;
  /**
   * The package of the AWS SDK with which the function itself runs here: the stand-in takes its place only without it.
   * @default - the stand-in always takes its place
   */
  readonly runsWith?: string;
  /** What `Fn::GetAtt` finds. @default - no attribute: `Fn::GetAtt` is refused */
  readonly attributes?: (properties: JsonObject) => Readonly<Record<string, Json>>;
  /** What deleting it does to the local cloud. @default - nothing */
  readonly remove?: (properties: JsonObject, effects: StandInEffects) => void;
}

/** Stand-ins for functions of the CDK library whose effect is known, where the function itself cannot run. */
export const defaultStandIns: Readonly<Record<string, StandIn>> = {
  'Custom::S3AutoDeleteObjects': {
    what: 'empties its bucket when it is deleted',
    runsWith: '@aws-sdk/client-s3',
    remove: (properties, effects) => {
      effects.emptyBucket(scalarText(properties['BucketName']) ?? '');
    },
  },
  // The local cloud has no EC2 service to call.
  'Custom::VpcRestrictDefaultSG': { what: 'the default security group has no rules here' },
  'Custom::LogRetention': {
    what: 'log events are not kept here',
    runsWith: '@aws-sdk/client-cloudwatch-logs',
    attributes: (properties) => ({ LogGroupName: properties['LogGroupName'] ?? '' }),
  },
};
