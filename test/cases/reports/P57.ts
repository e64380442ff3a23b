import { blockingFilters } from '../../../constructs/azure';
import { account, Harness, registration, resourceGroup, urnOf } from '../../lib/local/pulumi/builders';
import type { Case } from '../case';

const policy = (contentFilters: readonly object[]) =>
  registration(
    'azure-native:cognitiveservices:RaiPolicy',
    'policy',
    {
      accountName: 'aoai',
      resourceGroupName: 'rg',
      raiPolicyName: 'strict',
      properties: {
        basePolicyName: 'Microsoft.Default',
        mode: 'Default',
        contentFilters: contentFilters.map((filter) => ({ ...filter })),
      },
    },
    { dependencies: [urnOf(account())] },
  );

/** Source: pulumi/pulumi-azure-native issue 3022 (2024-02). */
export const p57: Case = {
  id: 'P57',
  fault: 'a content filter without blocking and source is refused',
  expected: 'the local engine refuses it, and every filter of the kit has both',
  check() {
    const bare = policy([{ name: 'hate', enabled: true, severityThreshold: 'Medium' }]);
    const { problems } = new Harness().up(resourceGroup(), account(), bare);
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['RefusedValue', 'properties.contentFilters[0].blocking'],
      ['RefusedValue', 'properties.contentFilters[0].source'],
    ]);
    expect(new Harness().up(resourceGroup(), account(), policy(blockingFilters)).codes).toEqual([]);
  },
};
