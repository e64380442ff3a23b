import { azurePlan } from '../../helpers/plan';
import { azureTarget, developmentEnvironment } from '../../helpers/platform';
import type { Case } from '../case';

export const destroyAndUpAgain: Case = {
  id: 'day-2-D07',
  fault:
    'after a destroy of development the vault and the OpenAI account keep their names, and the plan does not say so',
  expected: 'the plan says so, and development comes up at once under the next generation',
  check: () => {
    const planOf = (generation: number) =>
      azurePlan({ environments: { dev: developmentEnvironment({ azure: { ...azureTarget, generation } }) } });
    const { keyVault } = planOf(1).initialization;
    expect(keyVault.name.because.map(({ text }) => text).join()).toContain('keeps this name for 7 days');
    expect(keyVault.name.value).not.toBe(planOf(2).initialization.keyVault.name.value);
    expect(planOf(1).deployment.account?.name.value).not.toBe(planOf(2).deployment.account?.name.value);
  },
};
