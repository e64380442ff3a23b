import { scalarText } from '../../../constraints/json';
import type { ResourceCheck } from './check';
import { at } from './open-search';

/**
 * An inference component is created with at least one copy; it is scaled to zero only afterwards.
 * Source: stdapi-ai/stdapi.ai issue 43, 2026-08-27, measured in an account.
 */
export const componentCopies: ResourceCheck = ({ properties, registry, account, region, logicalId, type }) => {
  const copies = scalarText(at(properties, ['RuntimeConfig', 'CopyCount']));
  const exists = registry.list(type, account, region).some((component) => component.logicalId === logicalId);
  return copies === undefined || exists || Number(copies) >= 1
    ? undefined
    : `CopyCount ${copies} is below 1: create the component with one copy and scale it to zero afterwards (#/RuntimeConfig/CopyCount)`;
};
