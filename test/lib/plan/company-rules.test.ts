import { settle, walkDecisions } from '../../../lib/plan';
import { awsPlan, azurePlan, environmentPlan } from '../../helpers/plan';
import { awsTarget, developmentEnvironment } from '../../helpers/platform';

test('further tags join those of the kit on both clouds, and say where they come from', () => {
  const { tags } = environmentPlan({ tags: { application: 'search', 'app-id': 'A1' } });
  expect(tags.value).toMatchObject({ application: 'search', 'app-id': 'A1', team: 'ai-platform' });
  expect(tags.because.at(-1)?.text).toBe('application, app-id: by tags');
  expect(environmentPlan().tags.because).toHaveLength(1);
});

test('a prefix comes before the name of the platform in every name, and stays where the name is cut', () => {
  const overrides = { namePrefix: 'acme' };
  const aws = settle(awsPlan(overrides));
  expect(aws.stackNames.foundation).toBe('acme-support-dev-foundation');
  expect(aws.parameterPrefix).toBe('/llmops/acme-support/dev');
  const { storage, keyVault } = settle(
    azurePlan({ ...overrides, name: 'platform-with-a-very-long-name' }),
  ).initialization;
  expect(storage.accountName).toMatch(/^acme[a-z]*dev[0-9a-f]{8}$/);
  expect(keyVault.name).toMatch(/^acme-[a-z-]*-dev-[0-9a-f]{8}$/);
});

test('no name is without the prefix, those of endpoints, images and weights included', () => {
  const names = [...walkDecisions(environmentPlan({ namePrefix: 'acme' }))].flatMap(([path, { value, because }]) =>
    because.some(({ rule }) => rule.startsWith('name.')) && typeof value === 'string' ? [[path, value] as const] : [],
  );
  expect(names.length).toBeGreaterThan(30);
  // A deployment has its name inside of an account, whose name has the prefix.
  const outside = names.filter(([path]) => !path.startsWith('azure.deployment.models.'));
  expect(outside.filter(([, name]) => !/^(?:alias\/|\/llmops\/)?acme/.test(name))).toEqual([]);
  const { chat } = settle(azurePlan({ namePrefix: 'acme' })).deployment.endpoints;
  const { containerRegistry } = settle(azurePlan({ namePrefix: 'acme' })).initialization;
  expect(chat?.container?.imageUri).toContain(`${containerRegistry.name}.azurecr.io/`);
});

test('boundary and path of roles are pinned, each alone too, and absent by default', () => {
  const permissionsBoundary = 'arn:aws:iam::111111111111:policy/boundary';
  const planned = (more: object) =>
    awsPlan({ environments: { dev: developmentEnvironment({ aws: { ...awsTarget, ...more } }) } });
  expect(settle(planned({ permissionsBoundary, rolePath: '/platform/' })).roles).toEqual({
    permissionsBoundary,
    path: '/platform/',
  });
  expect(planned({ rolePath: '/platform/' }).roles).toEqual({
    path: {
      value: '/platform/',
      because: [{ rule: 'spec.pinned', text: 'pinned by environments.dev.aws.rolePath' }],
      rejected: [],
    },
  });
  expect(settle(planned({ permissionsBoundary })).roles).toEqual({ permissionsBoundary });
  expect(awsPlan()).not.toHaveProperty('roles');
});
