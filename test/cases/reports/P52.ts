import { azureOpenAi } from '../../../lib/platform';
import { azureIn, planManaged } from '../../helpers/managed-models';
import type { Case } from '../case';

export const p52: Case = {
  id: 'P52',
  fault: 'a model is planned in a deployment type that its region does not offer',
  expected: 'refused with the deployment types of that model in that region',
  check() {
    const frontier = azureOpenAi('gpt-4.1', { version: '2025-04-14', sku: 'Standard' });
    const planned = planManaged({ frontier }, azureIn('australiaeast'));
    expect(planned.ok).toBe(false);
    expect(planned.issues).toContainEqual(
      expect.objectContaining({
        code: 'SkuNotInRegion',
        path: 'models.frontier.sku',
        got: 'Standard',
        expected: "what australiaeast offers: 'GlobalProvisionedManaged', 'GlobalStandard' or 'ProvisionedManaged'",
        fix: expect.stringMatching(
          /^use 'GlobalStandard', remove models.frontier.sku, or move to .*swedencentral/,
        ) as string,
      }),
    );
    expect(planManaged({ frontier }, azureIn('swedencentral')).ok).toBe(true);
  },
};
