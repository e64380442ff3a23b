import { azureStages } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { leavesOf } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const destroyOfProduction: Case = {
  id: 'azure-F4',
  fault: 'destroying production under --skip-preview deletes the network first',
  expected: 'the first thing that a destroy of any stage reaches is protected, and it reaches nothing else beside it',
  check: async () => {
    for (const stage of azureStages) {
      const leaves = leavesOf(await recordStage(settledPlan('prod'), stage));
      expect(leaves.map(({ type, protect }) => [type, protect])).toEqual([['llmops-kit:azure:DestroyGuard', true]]);
    }
  },
};
