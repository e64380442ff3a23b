import type { Stack } from './cloudformation/stack';
import type { StackView } from './local-aws';
import type { Cloud } from './state/cloud';

/** Every stack that is not deleted. */
export function stackViews(cloud: Cloud): readonly StackView[] {
  return cloud
    .allStacks()
    .filter((stack) => !stack.deleted)
    .map(stackView);
}

function stackView(stack: Stack): StackView {
  return {
    account: stack.account,
    region: stack.region,
    stack: stack.name,
    status: stack.status,
    statusReason: stack.statusReason,
    outputs: Object.fromEntries((stack.deployment?.outputs ?? []).map(({ key, value }) => [key, value])),
    resources: [...stack.resources.values()].map(({ logicalId, physicalId, type, status }) => ({
      logicalId,
      physicalId,
      type,
      status,
    })),
  };
}
