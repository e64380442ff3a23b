import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askedAzure, changesAgainst, exportedPart, localAzure, releasedPart } from '../../../bin/diff/deployed-azure';
import type { ResourceNode } from '../../../lib/graph';
import { resourceNode } from '../../helpers/resource-node';

const urn = (type: string, name: string): string => `urn:pulumi:dev-deployment::llmops-kit::${type}::${name}`;
const type = 'azure-native:search:Service';
const search = (properties: ResourceNode['properties'], name = 'search'): ResourceNode =>
  resourceNode({ type, stack: 'deployment', address: urn(type, name), properties });
const program = [search({ searchServiceName: 'find-dev', resourceGroupName: '${urn:x#name}', replicaCount: 1 })];

test('the state of the local engine says what was deployed, and what was moved outside of its stack', async () => {
  const state = join(realpathSync(mkdtempSync(join(tmpdir(), 'azure-'))), 'local');
  mkdirSync(`${state}-azure`);
  const inputs = { searchServiceName: 'find-dev', resourceGroupName: 'group', replicaCount: 1 };
  const resource = {
    urn: urn(type, 'search'),
    type,
    name: 'search',
    custom: true,
    inputs,
    outputs: { ...inputs, replicaCount: 3 },
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    retainOnDelete: false,
    created: '2026-12-01T00:00:00.000Z',
    modified: '2026-12-01T00:00:00.000Z',
  };
  const stack = {
    version: 1,
    project: 'llmops-kit',
    stack: 'dev-deployment',
    resources: [resource],
    outputs: {},
    retained: [],
    softDeleted: [],
  };
  writeFileSync(join(`${state}-azure`, 'llmops-kit.dev-deployment.stack.json'), JSON.stringify(stack));
  const { graph, live } = await localAzure({ environment: 'dev' }, program, state);
  expect(graph).toMatchObject([{ address: urn(type, 'search'), properties: { resourceGroupName: '${urn:x#name}' } }]);
  expect(live.changes).toMatchObject([
    { address: urn(type, 'search'), properties: [{ path: 'replicaCount', released: 1, live: 3 }] },
  ]);
  expect(live.unverified).toEqual([
    "1 value of Azure is another resource's or secret, and known only after the deployment: not compared with what is live",
  ]);
});

test('without a state nothing is deployed', async () => {
  const state = join(realpathSync(mkdtempSync(join(tmpdir(), 'azure-'))), 'none');
  expect((await localAzure({ environment: 'dev' }, program, state)).graph).toEqual([]);
});

test('an export is joined by type and name, and says that releases and hands look alike', () => {
  const exported = [
    search({ searchServiceName: 'FIND-dev', replicaCount: 2, hostingMode: 'default' }, 'other'),
    search({ searchServiceName: 'strange' }, 'strange'),
  ];
  const others = [...program, resourceNode({ type: 'azure-native:authorization:RoleAssignment', address: 'urn:role' })];
  const { graph, live } = exportedPart(others, exported, 'dev');
  expect(graph.map(({ address, properties }) => [address, properties.replicaCount, properties.hostingMode])).toEqual([
    [urn(type, 'search'), 2, undefined],
    ['urn:role', undefined, undefined],
  ]);
  expect(live.unverified.join('\n')).toMatch(/export has no azure-native:authorization:RoleAssignment: 1 resource/);
  expect(live.unverified.join('\n')).toMatch(/1 live resource is in no program/);
  expect(live.unverified.join('\n')).toMatch(/give --deployed the output of pulumi stack export/);
});

test('an export beside a former release says what was changed by hand', () => {
  const exported = [
    resourceNode({ type, address: 'group/find-dev', properties: { searchServiceName: 'find-dev', replicaCount: 5 } }),
  ];
  expect(changesAgainst(program, exported)).toMatchObject([
    { address: urn(type, 'search'), properties: [{ path: 'replicaCount', released: 1, live: 5 }] },
  ]);
  expect(releasedPart(program, [], []).graph).toEqual([]);
});

describe('an account that is asked', () => {
  const place = { environment: 'dev', tenant: 'tenant', subscription: 'subscription' };
  const group = resourceNode({
    type: 'azure-native:resources:ResourceGroup',
    stack: 'deployment',
    address: 'urn:group',
    properties: { resourceGroupName: 'assistant-dev' },
  });
  const declared = [group, ...program];
  const refusal = (code: string, httpStatusCode: number) => (): Promise<never> =>
    Promise.reject(Object.assign(new Error(code), { code, httpStatusCode }));

  it('answers with a template, which says what is live and what it lacks', async () => {
    const paths: string[] = [];
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#',
      resources: [
        {
          type: 'Microsoft.Search/searchServices',
          apiVersion: '2023-11-01',
          name: 'find-dev',
          properties: { replicaCount: 4 },
        },
      ],
    };
    const error = { code: 'ExportTemplateCompletedWithErrors', details: [{ message: 'no export of Microsoft.X/y' }] };
    const { graph, live, unread } = await askedAzure(place, declared, ({ path, operation }) => {
      paths.push(`${operation.method} ${path}`);
      return Promise.resolve({ template, error });
    });
    expect(paths).toEqual(['POST /subscriptions/subscription/resourcegroups/assistant-dev/exportTemplate']);
    expect(unread).toEqual([]);
    expect(graph).toMatchObject([{ address: 'urn:group' }, { properties: { replicaCount: 4 } }]);
    expect(live.unverified[0]).toBe('resource group assistant-dev: no export of Microsoft.X/y');
  });

  it('leaves the environment unread where it refuses', async () => {
    const { graph, live, unread } = await askedAzure(place, declared, refusal('AuthorizationFailed', 403));
    expect(graph).toEqual([]);
    expect(unread).toEqual([{ environment: 'dev', stack: 'deployment' }]);
    expect(live.unverified).toEqual([
      'the resource group assistant-dev was not read: AuthorizationFailed (denied); it needs Microsoft.Resources/subscriptions/resourceGroups/exportTemplate/action',
    ]);
  });

  it('has nothing where there is no group', async () => {
    expect(await askedAzure(place, declared, refusal('ResourceGroupNotFound', 404))).toEqual({
      graph: [],
      live: { changes: [], unverified: [] },
      unread: [],
    });
  });
});
