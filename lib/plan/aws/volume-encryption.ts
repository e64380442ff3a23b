import type { InstanceOffer } from '../../catalog/types';
import type { Decision } from '../decision';
import { cite, withRejected } from '../decision';
import type { VolumeEncryption } from './aws-plan';

/**
 * Whose key encrypts the volume of an instance that serves or trains.
 *
 * SageMaker refuses `KmsKeyId` of an endpoint configuration and `VolumeKmsKeyId` of a training job alike for instance
 * types with local storage. A type of which that is unknown gets no key either: the service accepts that for every type,
 * and the reason asks for the missing fact. Only a known no gets the customer's key.
 *
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html
 */
export function volumeEncryption(offer: InstanceOffer): Decision<VolumeEncryption> {
  return offer.localNvme !== false
    ? withRejected(
        cite(
          'instance-store-hardware',
          'encryption.local-nvme',
          offer.localNvme === undefined
            ? `whether ${offer.instanceType} has local NVMe is unknown, so no key is set: write localNvme in its row of catalog.instances`
            : `${offer.instanceType} has local NVMe, encrypted in hardware with a key that exists only as long as the instance`,
          offer,
        ),
        [
          {
            value: 'customer-key',
            reason: 'SageMaker refuses a key for the volume of an instance type with local storage',
          },
        ],
      )
    : cite(
        'customer-key',
        'encryption.volume',
        `${offer.instanceType} has network storage: the environment's key`,
        offer,
      );
}
