import { azureStages } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { leavesOf, ofType } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const destroyWithoutPreview: Case = {
  id: 'day-2-D06',
  fault:
    'pulumi destroy --skip-preview deletes network, zones, locks and endpoint before a protected resource stops it',
  expected:
    'it stops at a guard before it deletes anything, locks included, and network, zones and group are protected',
  check: async () => {
    for (const stage of azureStages) {
      const [guard, ...others] = leavesOf(await recordStage(settledPlan('prod'), stage));
      expect([guard?.protect, others]).toEqual([true, []]);
    }
    const recording = await recordStage(settledPlan('prod'), 'initialization');
    const leading = [
      'network:VirtualNetwork',
      'network:Subnet',
      'privatedns:PrivateZone',
      'resources:ResourceGroup',
    ].flatMap((type) => ofType(recording, `azure-native:${type}`));
    expect(leading.length).toBeGreaterThan(15);
    expect(leading.filter(({ protect }) => !protect)).toEqual([]);
  },
};
