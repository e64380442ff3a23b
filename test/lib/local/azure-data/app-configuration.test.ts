import { AppConfigurationClient } from '@azure/app-configuration';
import type { AzureData, AzureResource } from '../../../../lib/local/azure-data';
import { localToken, startAzureData } from '../../../../lib/local/azure-data';
import { assigned, ids } from './environment';

const store = `${ids.search.replace(/\/providers.*/, '')}/providers/Microsoft.AppConfiguration/configurationStores/values`;
const resources: readonly AzureResource[] = [
  {
    type: 'azure-native:appconfiguration:ConfigurationStore',
    id: store,
    inputs: { disableLocalAuth: true },
    outputs: {},
  },
  {
    type: 'azure-native:appconfiguration:KeyValue',
    id: `${store}/keyValues/~2Fllmops~2Fdev~2Fname`,
    inputs: { value: 'made', contentType: 'text/plain' },
    outputs: {},
  },
  assigned(ids.writer, '5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b', store),
  assigned(ids.caller, '516239f1-63e1-4d78-a4de-a74fb236a071', store),
];

let data: AzureData;
beforeEach(async () => {
  data = await startAzureData(() => resources);
});
afterEach(() => data.close());

/** The client refuses tokens without TLS, so a policy writes the header over the signature of a key. */
function client(principal: string): AppConfigurationClient {
  return new AppConfigurationClient(`Endpoint=${data.appConfiguration('values')};Id=unused;Secret=dW51c2Vk`, {
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
    additionalPolicies: [
      {
        position: 'perRetry',
        policy: {
          name: 'localToken',
          sendRequest: (request, next) => {
            request.headers.set('authorization', `Bearer ${localToken(principal)}`);
            return next(request);
          },
        },
      },
    ],
  });
}

async function keys(filter: object): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { key, label } of client(ids.caller).listConfigurationSettings(filter))
    found.push(`${key} ${label ?? '-'}`);
  return found;
}

it('has what a stack has made', async () => {
  expect(await client(ids.caller).getConfigurationSetting({ key: '/llmops/dev/name' })).toMatchObject({
    value: 'made',
    contentType: 'text/plain',
  });
});

it('keeps a key-value for each label, lists them by filters and deletes one', async () => {
  const writer = client(ids.writer);
  await writer.setConfigurationSetting({ key: 'a/b', value: 'one' });
  await writer.setConfigurationSetting({ key: 'a/b', label: 'next', value: 'two', tags: { team: 'search' } });
  await writer.setConfigurationSetting({ key: 'a,c', value: 'three' });
  expect(await client(ids.caller).getConfigurationSetting({ key: 'a/b', label: 'next' })).toMatchObject({
    value: 'two',
    tags: { team: 'search' },
  });
  expect(await keys({ keyFilter: 'a/*' })).toEqual(['a/b -', 'a/b next']);
  expect(await keys({ keyFilter: 'a*', labelFilter: '\0' })).toEqual(['a,c -', 'a/b -']);
  expect(await keys({ keyFilter: 'a\\,c,/llmops/dev/name' })).toEqual(['/llmops/dev/name -', 'a,c -']);
  await writer.deleteConfigurationSetting({ key: 'a/b' });
  await writer.deleteConfigurationSetting({ key: '/llmops/dev/name' });
  expect(await keys({})).toEqual(['a,c -', 'a/b next']);
});

it('writes only what its entity tag says, and reads only what has changed', async () => {
  const writer = client(ids.writer);
  const first = await writer.addConfigurationSetting({ key: 'key', value: 'one' });
  await expect(writer.addConfigurationSetting({ key: 'key', value: 'two' })).rejects.toMatchObject({ statusCode: 412 });
  await writer.setConfigurationSetting({ ...first, value: 'two' }, { onlyIfUnchanged: true });
  await expect(
    writer.setConfigurationSetting({ ...first, value: 'three' }, { onlyIfUnchanged: true }),
  ).rejects.toMatchObject({ statusCode: 412 });
  await expect(writer.deleteConfigurationSetting(first, { onlyIfUnchanged: true })).rejects.toMatchObject({
    statusCode: 412,
  });
  const now = await writer.getConfigurationSetting({ key: 'key' });
  expect(now.value).toBe('two');
  expect((await writer.getConfigurationSetting(now, { onlyIfChanged: true })).statusCode).toBe(304);
});

it('refuses who may only read, who may nothing, and what is not there', async () => {
  const key = { key: 'key', value: 'one' };
  await expect(client(ids.caller).setConfigurationSetting(key)).rejects.toMatchObject({ statusCode: 403 });
  await expect(client(ids.nobody).getConfigurationSetting(key)).rejects.toMatchObject({ statusCode: 403 });
  await expect(client(ids.caller).getConfigurationSetting(key)).rejects.toMatchObject({ statusCode: 404 });
  await expect(client(ids.writer).setReadOnly(key, true)).rejects.toMatchObject({ statusCode: 501 });
  await expect(keys({ keyFilter: 'a*b' })).rejects.toMatchObject({ statusCode: 400 });
});
