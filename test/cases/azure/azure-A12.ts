import { settle } from '../../../lib/plan';
import { recordEnvironment } from '../../helpers/azure-platform';
import { onlyOfType } from '../../helpers/azure-recording';
import { azurePlan } from '../../helpers/plan';
import type { Case } from '../case';

export const pullsOfManagedIdentities: Case = {
  id: 'azure-A12',
  fault: 'tokens with the audience of ARM are off in the registry, and managed identities pull with them',
  expected: 'the registry takes them, and the plan says why and what the other way would be',
  check: async () => {
    const { armAudienceTokens } = azurePlan().initialization.containerRegistry;
    expect(settle(armAudienceTokens)).toBe('enabled');
    expect(armAudienceTokens.rejected.map(({ value }) => value)).toEqual(['disabled']);
    const registry = onlyOfType(await recordEnvironment(), 'azure-native:containerregistry:Registry');
    expect(registry.inputs).toMatchObject({ policies: { azureADAuthenticationAsArmPolicy: { status: 'enabled' } } });
  },
};
