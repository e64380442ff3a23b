import { HandOffStore } from '../../../../constructs/azure';
import { diagnosticsOf, inputsOf, landingZone, privateAccess, recordProgram } from '../../../helpers/azure-recording';

const record = (publicNetworkAccess: 'Enabled' | 'Disabled') =>
  recordProgram(() => {
    new HandOffStore('hand-offs', { storeName: 'appcs-example', publicNetworkAccess, landingZone: landingZone() });
  });

test('has no access keys, and every call by way of Azure Resource Manager is one of the caller', async () => {
  expect(inputsOf(await record('Enabled'), 'appconfiguration:ConfigurationStore')).toMatchObject({
    configStoreName: 'appcs-example',
    disableLocalAuth: true,
    publicNetworkAccess: 'Enabled',
    dataPlaneProxy: { authenticationMode: 'Pass-through', privateLinkDelegation: 'Disabled' },
  });
});

test('a closed store is reached through the private link of Azure Resource Manager', async () => {
  expect(inputsOf(await record('Disabled'), 'appconfiguration:ConfigurationStore')).toMatchObject({
    publicNetworkAccess: 'Disabled',
    dataPlaneProxy: { privateLinkDelegation: 'Enabled' },
  });
});

test('has a private endpoint and sends its logs', async () => {
  const recording = await record('Enabled');
  expect(privateAccess(recording)).toEqual({
    name: 'appcs-example-pe',
    target: '${hand-offs-store#id}',
    groupIds: ['configurationStores'],
    zones: ['/zones/privatelink.azconfig.io'],
  });
  expect(diagnosticsOf(recording)).toEqual([['${hand-offs-store#id}', ['allLogs']]]);
});
