import { azureOpenAi } from '../../../lib/platform';
import { azureIn, planManaged } from '../../helpers/managed-models';
import type { Case } from '../case';

const a = azureOpenAi('gpt-4.1', { version: '2025-04-14', capacityKTpm: 100_000 });
const quota = 'OpenAI.GlobalStandard.gpt-4.1';

export const p53: Case = {
  id: 'P53',
  fault: 'more tokens a minute than the subscription has are planned without a word',
  expected: 'a quota by model and deployment type; the plan says what to ask for',
  check() {
    const unknown = planManaged({ a }, azureIn('swedencentral'));
    if (!unknown.ok) throw new Error(JSON.stringify(unknown.issues));
    expect(unknown.value.azure?.deployment.modelQuotas?.[quota]?.value).toEqual({
      name: quota,
      needed: 100_000,
      unit: 'kTpm',
    });
    const small = planManaged({ a }, azureIn('swedencentral', { quotas: { [quota]: 1000 } }));
    expect(small.issues).toContainEqual(
      expect.objectContaining({
        code: 'QuotaExhausted',
        path: `environments.dev.azure.quotas.${quota}`,
        got: 1000,
        fix: `raise '${quota}' in swedencentral to 100000, or lower capacityKTpm`,
      }),
    );
  },
};
