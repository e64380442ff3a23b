import { settle } from '../../../../lib/plan';
import { azurePlan } from '../../../helpers/plan';

test.each([
  ['dev', 'destroy', 7, 30, 'Standard_ZRS', 'basic', 1],
  ['prod', 'retain', 90, 365, 'Standard_ZRS', 'standard', 3],
] as const)(
  'keeps in %s what its tier may not lose',
  (environment, dataRetention, softDelete, logs, storage, search, replicas) => {
    const plan = settle(azurePlan({}, environment));
    expect(plan.dataRetention).toBe(dataRetention);
    expect(plan.initialization.keyVault.softDeleteRetentionDays).toBe(softDelete);
    expect(plan.initialization.logAnalytics.retentionDays).toBe(logs);
    expect(plan.initialization.storage.sku).toBe(storage);
    expect(plan.deployment.search.handbook).toMatchObject({ sku: search, replicaCount: replicas, partitionCount: 1 });
  },
);
