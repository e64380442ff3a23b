import { Names } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { hasLocalNvme } from '../../../lib/constraints/local-nvme';
import type { EndpointCapacity, EndpointPlacement } from './endpoint-placement';
import type { Rollout } from './rollout';

/** A placement with every default. What is still optional is left out of the endpoint. */
export interface PlacedEndpoint extends EndpointPlacement {
  readonly endpointName: string;
  readonly capacity: EndpointCapacity;
  readonly environment: Readonly<Record<string, string>>;
  readonly startupHealthCheckTimeoutSeconds: number;
  readonly modelDataDownloadTimeoutSeconds: number;
  readonly volumeEncryption: 'customer-key' | 'instance-store-hardware';
  readonly rollout: Rollout;
}

/** The longest that SageMaker allows: ProductionVariant in its API reference, read 2026-11-30. */
const longestStartSeconds = 3600;

/** Applies the defaults that {@link EndpointPlacement} documents. */
export function withDefaults(scope: IConstruct, placement: EndpointPlacement): PlacedEndpoint {
  return {
    ...placement,
    // CDK's own way to a name: from the path, so that no other construct moves it.
    endpointName: placement.endpointName ?? Names.uniqueResourceName(scope, { maxLength: 63, separator: '-' }),
    capacity: placement.capacity ?? { kind: 'instances', minInstances: 1, maxInstances: 1 },
    environment: placement.environment ?? {},
    startupHealthCheckTimeoutSeconds: placement.startupHealthCheckTimeoutSeconds ?? longestStartSeconds,
    modelDataDownloadTimeoutSeconds: placement.modelDataDownloadTimeoutSeconds ?? longestStartSeconds,
    volumeEncryption: placement.volumeEncryption ?? volumeEncryption(placement.instanceType),
    rollout: placement.rollout ?? { kind: 'all-at-once' },
  };
}

/** A family that is not known gets no key: SageMaker refuses one where the family has local NVMe. */
function volumeEncryption(instanceType: string): PlacedEndpoint['volumeEncryption'] {
  return hasLocalNvme(instanceType) === false ? 'customer-key' : 'instance-store-hardware';
}
