import { catalog } from '../../../lib/catalog';
import { plan } from '../../../lib/plan';
import { azureTarget, endpoint, resolvedPlatform } from '../../helpers/platform';
import type { Case } from '../case';

export const p59: Case = {
  id: 'P59',
  fault: 'Azure Machine Learning asks for more cores than one instance has, because upgrades need some',
  expected: 'QuotaExhausted with the cores of the update',
  check() {
    const quotas = { StandardNCADSA100v4Family: 24 };
    const resolved = resolvedPlatform({
      residency: undefined,
      environments: { dev: { tier: 'development', azure: { ...azureTarget, location: 'eastus', quotas } } },
      models: {
        chat: { kind: 'open-weights', id: 'Qwen/Qwen3-8B', revision: '0123456789abcdef0123456789abcdef01234567' },
      },
      endpoints: {
        chat: endpoint({
          clouds: ['azure'],
          traffic: { peakConcurrency: 4, inputTokens: 1000, outputTokens: 250 },
          pinned: { azure: { instanceType: 'Standard_NC24ads_A100_v4', replicas: 1 } },
        }),
      },
      knowledge: undefined,
      registry: undefined,
      tuning: undefined,
      pipeline: undefined,
    });
    const planned = plan(resolved, 'dev', catalog);
    expect(planned.ok).toBe(false);
    expect(planned.issues).toContainEqual(
      expect.objectContaining({ code: 'QuotaExhausted', got: 24, expected: expect.stringContaining('48') as string }),
    );
  },
};
