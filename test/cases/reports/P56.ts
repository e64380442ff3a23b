import { azurePlan } from '../../helpers/plan';
import { azureTarget, developmentEnvironment } from '../../helpers/platform';
import { account, Harness, resourceGroup } from '../../lib/local/pulumi/builders';
import type { Case } from '../case';

/** Sources: pulumi/pulumi-azure-native#2529 (2023-06-16), Azure-Samples/chat-with-your-data-solution-accelerator#1910 (2025-09-19). */
export const p56: Case = {
  id: 'P56',
  fault:
    'a deleted Cognitive Services account blocks its name for two days, and the local engine allowed it again at once',
  expected: 'the local engine refuses the name until a creation restores it, and the next generation has another name',
  check: () => {
    const engine = new Harness();
    const program = [resourceGroup(), account()];
    engine.up(...program);
    engine.destroy();
    expect(engine.up(...program).codes).toEqual(['SoftDeletedName']);
    expect(engine.up(resourceGroup(), account({}, { properties: { restore: true } })).codes).toEqual([]);
    const name = (generation: number) =>
      azurePlan({ environments: { dev: developmentEnvironment({ azure: { ...azureTarget, generation } }) } }).deployment
        .account?.name.value;
    expect(name(1)).toBeDefined();
    expect(name(2)).not.toBe(name(1));
  },
};
