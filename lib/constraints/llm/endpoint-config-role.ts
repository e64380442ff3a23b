import type { Constraint } from '../constraint';
import { isObject } from '../json';
import { isUnresolved, listAt } from '../value';

/** An endpoint configuration for inference components, whose variants name no model, needs an execution role. */
export const endpointConfigRole: Constraint = {
  id: 'endpoint-config-role',
  types: ['AWS::SageMaker::EndpointConfig'],
  // Measured in an account by the author of the issue.
  source: { url: 'https://github.com/stdapi-ai/stdapi.ai/issues/43', asOf: '2026-08-27' },
  check({ properties }) {
    if (properties['ExecutionRoleArn'] !== undefined) return [];
    const bare = listAt(properties, 'ProductionVariants').findIndex(
      (variant) => isObject(variant) && !isUnresolved(variant) && variant['ModelName'] === undefined,
    );
    if (bare === -1) return [];
    return [
      {
        pointer: '#/ExecutionRoleArn',
        problem: `variant ${bare} has no ModelName, so models come from inference components; such an endpoint configuration needs an execution role, and ExecutionRoleArn is missing`,
        fix: 'Set ExecutionRoleArn to a role that SageMaker can assume, or give every variant a ModelName.',
      },
    ];
  },
};
