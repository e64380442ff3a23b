import type { Constraint } from '../constraint';
import { familyOf, hasLocalNvme } from '../local-nvme';
import { isGiven, listAt, textAt } from '../value';

/** Families that the table does not have: a `d` after the generation means instance store volumes, `i` storage optimised. */
const namedLocalNvme = /^(?:[cmr]\d+[a-z]*d[a-z]*|i\d[a-z]*)$/;

/** SageMaker encrypts local NVMe volumes with a hardware key and refuses `KmsKeyId` for them. */
export const endpointConfigKms: Constraint = {
  id: 'endpoint-config-kms',
  types: ['AWS::SageMaker::EndpointConfig'],
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    asOf: '2026-11-30',
  },
  check({ properties }) {
    if (!isGiven(properties['KmsKeyId'])) return [];
    const instance = listAt(properties, 'ProductionVariants')
      .map((variant) => textAt(variant, 'InstanceType'))
      .find((type) => type !== undefined && (hasLocalNvme(type) ?? namedLocalNvme.test(familyOf(type))));
    if (instance === undefined) return [];
    return [
      {
        pointer: '#/KmsKeyId',
        problem: `KmsKeyId is not supported for instance type ${instance}, whose local NVMe storage is encrypted by a hardware key`,
        fix: 'Remove KmsKeyId, or use an instance type without local NVMe storage.',
      },
    ];
  },
};
