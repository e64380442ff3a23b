import { GpuInferenceEndpoint } from '../../../constructs/aws';
import type { Case } from '../case';

/** Three small apps of a platform team with the packed package. */
export const awsApps: Case = {
  id: 'aws-apps',
  fault: 'constructs take ids and required names, and cannot be imported',
  expected: 'fromXxx imports, IVpc and IBucket, defaults for placement, metrics and events',
  open: {
    why: 'bring your own network, keys and buckets comes with the way in (issue 9)',
    stillOpen: () => !('fromEndpointName' in GpuInferenceEndpoint),
  },
};
