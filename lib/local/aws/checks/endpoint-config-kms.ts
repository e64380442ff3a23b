import { isList, isObject, scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/**
 * SageMaker encrypts local NVMe volumes with a hardware key and refuses `KmsKeyId` for them.
 * Source: KmsKeyId of CreateEndpointConfig in the SageMaker API reference, families of the EC2 instance store table.
 */
const localNvme =
  /^ml\.(?:[cmr]\d+\w*dn?|g4dn|g[56]|g6[ef]|g7e?|gr6f?|p3dn|p4de?|p5|p5en?|p6-b[23]00|p6e-gb200|trn1n?|trn2|i3|i3en|i4i)\./;

/** An endpoint configuration must not have a `KmsKeyId` for an instance type with local NVMe storage. */
export const endpointConfigKms: ResourceCheck = ({ properties }) => {
  if (properties['KmsKeyId'] === undefined || !isList(properties['ProductionVariants'])) return undefined;
  for (const variant of properties['ProductionVariants']) {
    const instance = isObject(variant) ? scalarText(variant['InstanceType']) : undefined;
    if (instance !== undefined && localNvme.test(instance)) {
      return `KmsKeyId is not supported for instance type ${instance}, whose local NVMe storage is encrypted by a hardware key: remove KmsKeyId (#/KmsKeyId)`;
    }
  }
  return undefined;
};
