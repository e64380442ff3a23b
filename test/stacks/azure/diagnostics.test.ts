import { diagnosticSupport } from '../../../constructs/azure';
import type { Recording, Registration } from '../../../lib/graph';
import { recordEnvironment, referredTo } from '../../helpers/azure-platform';
import { ofType } from '../../helpers/azure-recording';

/** What the SDK calls a type that Azure Resource Manager names otherwise. */
const armNames: Readonly<Record<string, string>> = {
  'keyvault:Vault': 'Microsoft.KeyVault/vaults',
  'storage:StorageAccount': 'Microsoft.Storage/storageAccounts',
  'cognitiveservices:Account': 'Microsoft.CognitiveServices/accounts',
  'containerregistry:Registry': 'Microsoft.ContainerRegistry/registries',
  'machinelearningservices:Registry': 'Microsoft.MachineLearningServices/registries',
  'machinelearningservices:Workspace': 'Microsoft.MachineLearningServices/workspaces',
  'machinelearningservices:OnlineEndpoint': 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  'network:NetworkSecurityGroup': 'Microsoft.Network/networkSecurityGroups',
  'network:VirtualNetwork': 'Microsoft.Network/virtualNetworks',
  'operationalinsights:Workspace': 'Microsoft.OperationalInsights/workspaces',
  'search:Service': 'Microsoft.Search/searchServices',
  'appconfiguration:ConfigurationStore': 'Microsoft.AppConfiguration/configurationStores',
};

function diagnosedType(recording: Recording, { inputs }: Registration): string | undefined {
  const resource = referredTo(recording, inputs['resourceUri']);
  const type = resource === undefined ? undefined : armNames[resource.type.replace(/^azure-native:/, '')];
  const below = /\/(blobServices|fileServices)\/default$/.exec(String(inputs['resourceUri']))?.[1];
  return below === undefined ? type : `${type}/${below}`;
}

test('every diagnostic setting asks for what the type of its resource has', async () => {
  const recording = await recordEnvironment();
  const settings = ofType(recording, 'azure-native:monitor:DiagnosticSetting');
  const support = new Map<string | undefined, { readonly metrics: boolean; readonly logs: boolean }>(
    Object.entries(diagnosticSupport),
  );
  expect(settings.length).toBeGreaterThan(10);
  for (const setting of settings) {
    const { metrics, logs } = support.get(diagnosedType(recording, setting)) ?? {};
    expect([setting.name, setting.inputs['metrics']]).toEqual([
      setting.name,
      metrics === true ? [{ category: 'AllMetrics', enabled: true }] : [],
    ]);
    expect([setting.name, logs, setting.inputs['logs']]).toEqual([
      setting.name,
      logs,
      logs === true ? expect.arrayContaining([expect.anything()]) : [],
    ]);
  }
});
