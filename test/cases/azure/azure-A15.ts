import { azurePlan } from '../../helpers/plan';
import { azureTarget, developmentEnvironment } from '../../helpers/platform';
import type { Case } from '../case';

export const softDeletedNames: Case = {
  id: 'azure-A15',
  fault: 'soft delete is documented for the vault only, and not for the OpenAI account and the workspace',
  expected: 'the plan says for each name that stays taken how long, and another generation has names that are free',
  check: () => {
    const named = (generation: number) => {
      const dev = developmentEnvironment({ azure: { ...azureTarget, generation } });
      const { initialization, experimentation, deployment } = azurePlan({ environments: { dev } });
      return [initialization.keyVault.name, experimentation.workspaceName, deployment.account?.name];
    };
    const [first, second] = [named(1), named(2)];
    expect(first.map((name) => name?.because.some(({ rule }) => rule === 'name.kept-after-deletion'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(first.filter((name) => second.some((other) => other?.value === name?.value))).toEqual([]);
  },
};
