import { settle } from '../../../../lib/plan';
import { azurePlan } from '../../../helpers/plan';

test('there is one identity for each kind of work, with what it is for', () => {
  const { identities } = azurePlan().initialization;
  const names = Object.values(settle(identities));
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(identities)).toEqual(['runtime', 'caller', 'release', 'ci']);
  for (const { because } of [identities.runtime, identities.caller, identities.release])
    expect(because.map(({ rule }) => rule)).toContain('azure.identity-per-use');
});

test('jobs of the pipeline sign in with the subject that GitHub sends', () => {
  expect(settle(azurePlan().initialization.github)).toEqual({
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'api://AzureADTokenExchange',
    subjects: [expect.stringMatching(/^repo:.+:environment:dev$/)],
  });
});

test('a platform without a pipeline has neither an identity nor a hand-off for it', () => {
  const { initialization, handOffs } = azurePlan({ pipeline: undefined });
  expect(initialization.identities.ci).toBeUndefined();
  expect(initialization.github).toBeUndefined();
  expect(handOffs.value.filter(({ name }) => name.includes('/ci-'))).toEqual([]);
});
