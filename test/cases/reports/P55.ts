import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType } from '../../helpers/azure-recording';
import { Harness, registration, resourceGroup } from '../../lib/local/pulumi/builders';
import type { Case } from '../case';

/** Source: Azure/bicep-registry-modules pull request 6944 (2026-04-22). */
export const p55: Case = {
  id: 'P55',
  fault: 'AI Search refuses authOptions beside disabled keys, and five partitions',
  expected: 'the local engine refuses both, and the kit writes neither',
  async check() {
    const service = registration('azure-native:search:Service', 'search', {
      resourceGroupName: 'rg',
      searchServiceName: 'srch-probe-dev',
      location: 'swedencentral',
      sku: { name: 'basic' },
      disableLocalAuth: true,
      authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http401WithBearerChallenge' } },
      replicaCount: 2,
      partitionCount: 5,
      publicNetworkAccess: 'Disabled',
    });
    const { problems } = new Harness().up(resourceGroup(), service);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['RefusedValue', 'authOptions'],
      ['RefusedValue', 'partitionCount'],
    ]);
    const [own] = ofType(await recordEnvironment(), 'azure-native:search:Service');
    expect(own?.inputs).toMatchObject({ disableLocalAuth: true, partitionCount: 1 });
    expect(own?.inputs).not.toHaveProperty('authOptions');
  },
};
