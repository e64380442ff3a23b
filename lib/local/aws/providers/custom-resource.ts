import { scalarText } from '../json';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/** Deletes what `autoDeleteObjects` would delete. */
function emptyBucket(resource: ExistingResource, cloud: Cloud): void {
  cloud.buckets.get(scalarText(resource.properties['BucketName']) ?? '')?.objects.clear();
}

/**
 * Custom resources whose effect is known without running their function. All others are refused: a custom resource that
 * nobody runs would be a stub that says it succeeded.
 */
const SIMULATED: Readonly<Record<string, Provider & { readonly what: string }>> = {
  'Custom::S3AutoDeleteObjects': { what: 'empties its bucket when it is deleted', remove: emptyBucket },
  'Custom::VpcRestrictDefaultSG': { what: 'the default security group has no rules here' },
  'Custom::LogRetention': { what: 'log events are not kept here' },
};

/** What stands in for a custom resource's function, for reports; undefined when nothing does. */
export function simulation(type: string): string | undefined {
  return SIMULATED[type]?.what;
}

/** The provider of a custom resource; creating an unknown one fails with the reason. */
export function customResourceProvider(type: string): Provider {
  return (
    SIMULATED[type] ?? {
      create: () => {
        throw new ResourceFailure(
          `The local cloud does not run the function behind custom resource type ${type}; it stands in for [${Object.keys(SIMULATED).join(', ')}]`,
        );
      },
    }
  );
}
