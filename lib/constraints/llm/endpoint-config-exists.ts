import type { Constraint } from '../constraint';
import { textAt } from '../value';

/** An endpoint names an endpoint configuration that exists. */
export const endpointConfigExists: Constraint = {
  id: 'endpoint-config-exists',
  types: ['AWS::SageMaker::Endpoint'],
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html',
    asOf: '2026-11-30',
  },
  check({ properties }, { named }) {
    const name = textAt(properties, 'EndpointConfigName');
    if (name === undefined || named(['AWS::SageMaker::EndpointConfig'], name) !== 'absent') return [];
    return [
      {
        pointer: '#/EndpointConfigName',
        problem: `Could not find endpoint configuration "${name}"`,
        fix: 'Name an endpoint configuration of this account and region: EndpointConfigName of an AWS::SageMaker::EndpointConfig.',
      },
    ];
  },
};
