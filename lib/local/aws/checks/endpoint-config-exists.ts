import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/** A SageMaker endpoint must name an endpoint configuration that exists. */
export const endpointConfigExists: ResourceCheck = ({ properties, registry, account, region }) => {
  const name = scalarText(properties['EndpointConfigName']) ?? '';
  const found = registry
    .list('AWS::SageMaker::EndpointConfig', account, region)
    .some(({ arn }) => arn === name || arn.endsWith(`:endpoint-config/${name}`));
  return found
    ? undefined
    : `Could not find endpoint configuration "${name}" in ${account}/${region} (#/EndpointConfigName)`;
};
