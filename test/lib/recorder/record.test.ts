import { getResourceGroup, ResourceGroup } from '@pulumi/azure-native/resources';
import { StorageAccount } from '@pulumi/azure-native/storage';
import type { ComponentResourceOptions } from '@pulumi/pulumi';
import { ComponentResource, getOrganization, secret } from '@pulumi/pulumi';
import { record } from '../../../stacks/azure';

class Pair extends ComponentResource {
  constructor(name: string, opts?: ComponentResourceOptions) {
    super('example:azure:Pair', name, {}, opts);
    new ResourceGroup(`${name}-a`, { resourceGroupName: 'a' }, { parent: this });
    new ResourceGroup(`${name}-b`, { resourceGroupName: 'b' }, { parent: this });
    this.registerOutputs({});
  }
}

const options = { project: 'p', stack: 's', organization: 'o', config: {} };
const of = (program: () => unknown) => record(() => Promise.resolve().then(program), options);
const group = 'azure-native:resources:ResourceGroup';

test('names resources as the engine does, with all parent types', async () => {
  const { registrations } = await of(() => new Pair('inner', { parent: new Pair('outer') }));
  expect(registrations.map(({ urn }) => urn)).toEqual(
    [
      `urn:pulumi:s::p::example:azure:Pair$${group}::outer-a`,
      `urn:pulumi:s::p::example:azure:Pair$${group}::outer-b`,
      `urn:pulumi:s::p::example:azure:Pair$example:azure:Pair$${group}::inner-a`,
      `urn:pulumi:s::p::example:azure:Pair$example:azure:Pair$${group}::inner-b`,
      'urn:pulumi:s::p::example:azure:Pair$example:azure:Pair::inner',
      'urn:pulumi:s::p::example:azure:Pair::outer',
      'urn:pulumi:s::p::pulumi:pulumi:Stack::p-s',
    ].toSorted(),
  );
});

test('keeps every option of a registration and drops the aliases of old API versions', async () => {
  const { registrations } = await of(() => {
    const first = new ResourceGroup('first', { resourceGroupName: 'rg' });
    new ResourceGroup(
      'second',
      { resourceGroupName: first.name, location: first.location, tags: { of: first.id } },
      {
        dependsOn: new Pair('pair'),
        protect: true,
        retainOnDelete: true,
        deleteBeforeReplace: true,
        ignoreChanges: ['tags'],
        replaceOnChanges: ['location'],
        additionalSecretOutputs: ['managedBy'],
        aliases: [{ name: 'former' }],
        customTimeouts: { create: '1h' },
      },
    );
  });
  const first = `urn:pulumi:s::p::${group}::first`;
  const pair = ['a', 'b'].map((part) => `urn:pulumi:s::p::example:azure:Pair$${group}::pair-${part}`);
  expect(registrations.find(({ name }) => name === 'second')).toEqual({
    urn: `urn:pulumi:s::p::${group}::second`,
    type: group,
    name: 'second',
    custom: true,
    parent: 'urn:pulumi:s::p::pulumi:pulumi:Stack::p-s',
    inputs: { location: '[unknown]', resourceGroupName: 'rg', tags: { of: `\${${first}#id}` } },
    dependencies: [...pair, first].toSorted(),
    propertyDependencies: { location: [first], resourceGroupName: [first], tags: [first] },
    provider: '',
    protect: true,
    retainOnDelete: true,
    deleteBeforeReplace: true,
    ignoreChanges: ['tags'],
    replaceOnChanges: ['location'],
    additionalSecretOutputs: ['managedBy'],
    aliases: [`urn:pulumi:s::p::${group}::former`],
    customTimeouts: { create: '1h' },
    version: '3.28.0',
  });
});

test('masks secrets wherever they stand', async () => {
  const { registrations } = await of(() => {
    new StorageAccount('account', {
      accountName: secret('hidden-name'),
      resourceGroupName: 'rg',
      kind: 'StorageV2',
      sku: { name: 'Standard_LRS' },
      tags: { key: secret('hidden-tag') },
    });
  });
  const text = JSON.stringify(registrations);
  expect(text).not.toContain('hidden');
  expect(text).toContain('"tags":{"key":"[secret]"}');
});

test('reports two resources with one address', async () => {
  const { problems } = await of(() => {
    new ResourceGroup('twice', {});
    new ResourceGroup('twice', {});
  });
  expect(problems).toEqual([`duplicate URN urn:pulumi:s::p::${group}::twice`]);
});

test('reports a look-up, which would need Azure', async () => {
  const { problems } = await of(() => getResourceGroup({ resourceGroupName: 'rg' }));
  expect(problems).toEqual(['unknown invoke azure-native:resources:getResourceGroup: a recording calls no provider']);
});

test('reads an existing resource without declaring it', async () => {
  const { registrations, problems } = await of(() =>
    ResourceGroup.get('existing', '/subscriptions/x/resourceGroups/y'),
  );
  expect([registrations.map(({ name }) => name), problems]).toEqual([['p-s'], []]);
});

test('runs the program where the options say', async () => {
  let seen = '';
  await of(() => (seen = getOrganization()));
  expect(seen).toBe('o');
});

test('fails with the error of the program, whose stack says where it was thrown', async () => {
  const failure: unknown = await of(() => Promise.reject(new RangeError('broken'))).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(RangeError);
  expect(failure instanceof Error ? failure.stack : '').toContain('record.test.ts');
});

test('formats stacks after a recording as before it', async () => {
  const formatter = () => Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const before = formatter();
  await of(() => new Pair('pair'));
  await of(() => Promise.reject(new RangeError('broken'))).catch(() => undefined);
  expect(formatter()).toEqual(before);
});

test('a look-up is answered by the options, by token', async () => {
  const asked = async (): Promise<void> => {
    const { location } = await getResourceGroup({ resourceGroupName: 'rg' });
    new ResourceGroup('next', { location });
  };
  const answers = { 'azure-native:resources:getResourceGroup': { location: 'westeurope' } };
  const { problems, registrations } = await record(asked, { ...options, answers });
  expect(problems).toEqual([]);
  expect(registrations.map(({ inputs }) => inputs.location)).toContain('westeurope');
});
