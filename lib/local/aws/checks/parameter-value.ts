import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';

/** Characters by tier. Source: PutParameter in the Systems Manager API reference. */
const standard = 4096;
const advanced = 8192;

/** The value of an SSM parameter must not be empty and must fit its tier. */
export const parameterValue: ResourceCheck = ({ properties }) => {
  const value = scalarText(properties['Value']) ?? '';
  const tier = scalarText(properties['Tier']) ?? 'Standard';
  const limit = tier === 'Standard' ? standard : advanced;
  if (value === '') return `Parameter value can't be empty (#/Value)`;
  return value.length > limit
    ? `${tier} tier parameters support a maximum value of ${limit} characters, got ${value.length} (#/Value)`
    : undefined;
};
