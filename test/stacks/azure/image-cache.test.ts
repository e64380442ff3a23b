import type { SettledPlan } from '../../../lib/plan';
import { azurePlan, settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { ofType, rolesOf, waitsFor } from '../../helpers/azure-recording';

const login = {
  credentialSetName: 'docker-io',
  loginServer: 'docker.io',
  usernameSecretUri: 'https://kv-example.vault.azure.net/secrets/user',
  passwordSecretUri: 'https://kv-example.vault.azure.net/secrets/password',
};
const rule = (name: string) => ({
  ruleName: name,
  sourceRepository: `docker.io/example/${name}`,
  targetRepository: `cache/example/${name}`,
});

function withRules(ownVault: boolean): SettledPlan {
  const azure = azurePlan('dev');
  const { initialization } = azure;
  const cacheRules = {
    one: { ...rule('first'), login: { ...login, ownVault } },
    two: { ...rule('second'), login: { ...login, ownVault } },
    three: rule('third'),
  };
  const containerRegistry = { ...initialization.containerRegistry, cacheRules };
  return { ...settledPlan('dev'), azure: { ...azure, initialization: { ...initialization, containerRegistry } } };
}

test.each([true, false])(
  'rules follow one another and share a login; secrets of the own vault (%s) are granted',
  async (own) => {
    const recording = await recordStage(withRules(own), 'initialization');
    const rules = ofType(recording, 'azure-native:containerregistry:CacheRule');
    expect(rules.map(({ inputs }) => inputs['cacheRuleName'])).toEqual(
      expect.arrayContaining(['first', 'second', 'third']),
    );
    expect(ofType(recording, 'azure-native:containerregistry:CredentialSet')).toHaveLength(1);
    const withLogin = rules.filter(({ inputs }) => inputs['credentialSetResourceId'] !== undefined);
    expect(withLogin).toHaveLength(2);
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const [one, other] = [rules[a], rules[b]];
      if (one === undefined || other === undefined) throw new Error('a rule is missing');
      expect(waitsFor(recording, one, other) || waitsFor(recording, other, one)).toBe(true);
    }
    const readers = rolesOf(recording).filter(({ role }) => role === 'Key Vault Secrets User');
    expect(readers).toHaveLength(own ? 1 : 0);
  },
);

test('a plan without rules declares none', async () => {
  const recording = await recordStage(settledPlan('dev'), 'initialization');
  expect(ofType(recording, 'azure-native:containerregistry:CacheRule')).toEqual([]);
});
