import { isList, isObject } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/**
 * An endpoint configuration for inference components, whose variants name no model, needs an execution role.
 * Source: stdapi-ai/stdapi.ai issue 43, 2026-08-27, measured in an account.
 */
export const endpointConfigRole: ResourceCheck = ({ properties }) => {
  if (properties['ExecutionRoleArn'] !== undefined) return undefined;
  const variants = properties['ProductionVariants'];
  const without = (isList(variants) ? variants : []).some(
    (variant) => isObject(variant) && variant['ModelName'] === undefined,
  );
  return without
    ? 'An endpoint configuration whose variants have no ModelName needs an execution role (#/ExecutionRoleArn)'
    : undefined;
};
