import { readPulumiLive } from '../../../../lib/graph/pulumi/read-live';

const urn = 'urn:pulumi:dev-deployment::llmops-kit::azure-native:search:Service::search';
const resource = (inputs: object, outputs: object, more: object = {}) => ({
  urn,
  type: 'azure-native:search:Service',
  custom: true,
  inputs,
  outputs,
  ...more,
});
const state = (...resources: readonly object[]) => ({ version: 3, deployment: { resources } });

test('an output that differs from the input of its name was changed beside the program', () => {
  const changed = resource({ replicaCount: 1, partitionCount: 1 }, { replicaCount: 3, partitionCount: 1, id: 'x' });
  expect(readPulumiLive(state(changed), { environment: 'dev' })).toEqual([
    {
      environment: 'dev',
      cloud: 'azure',
      address: urn,
      kind: 'modified',
      properties: [{ path: 'replicaCount', released: 1, live: 3 }],
    },
  ]);
});

test('secrets, components and what is only read are left out', () => {
  const secret = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', ciphertext: 'a' };
  const resources = [
    resource({ key: secret }, { key: { ...secret, ciphertext: 'b' } }),
    resource({ a: 1 }, { a: 2 }, { custom: false }),
    resource({ a: 1 }, { a: 2 }, { external: true }),
  ];
  expect(readPulumiLive(state(...resources), { environment: 'dev' })).toEqual([]);
  expect(readPulumiLive(undefined, { environment: 'dev' })).toEqual([]);
});
