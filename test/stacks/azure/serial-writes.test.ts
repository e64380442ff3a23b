import type { Recording, Registration } from '../../../lib/graph';
import { parseUrn } from '../../../lib/graph';
import { azureModel, azurePlan, settledPlan } from '../../helpers/azure-plan-fixture';
import { recordEnvironment } from '../../helpers/azure-platform';
import { waitsFor } from '../../helpers/azure-recording';
import { at } from '../../helpers/json-path';

/**
 * Parents that refuse a second write while one is under way, by the type of the child, with the input that names the
 * parent. Read 2026-11-30. Private endpoints of one subnet are not here: Azure creates them in parallel since 2024
 * (hashicorp/terraform-provider-azurerm#26005).
 */
const serialParents: Readonly<Record<string, (inputs: Registration['inputs']) => unknown>> = {
  // hashicorp/terraform-provider-azurerm#22607: RequestConflict.
  'cognitiveservices:Deployment': ({ accountName }) => accountName,
  'cognitiveservices:RaiPolicy': ({ accountName }) => accountName,
  // Azure/terraform-provider-azapi#720.
  'machinelearningservices:ManagedNetworkSettingsRule': ({ workspaceName }) => workspaceName,
  // ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity.
  'managedidentity:FederatedIdentityCredential': ({ resourceName }) => resourceName,
  // hashicorp/terraform-provider-azurerm#22236: "Cannot modify resource while in provisioning state".
  'monitor:PrivateLinkScopedResource': ({ scopeName }) => scopeName,
  // hashicorp/terraform-provider-azurerm#28112: StorageAccountOperationInProgress, of two endpoints of one account.
  'network:PrivateEndpoint': (inputs) => at(inputs, 'privateLinkServiceConnections', 0, 'privateLinkServiceId'),
};

function stackOf({ urn }: Registration): string | undefined {
  return parseUrn(urn)?.stack;
}

function unordered(recording: Recording): readonly string[] {
  const children = recording.registrations.flatMap((registration) => {
    const parent = serialParents[registration.type.replace(/^azure-native:/, '')]?.(registration.inputs);
    return parent === undefined ? [] : [{ registration, parent }];
  });
  return children.flatMap((one) =>
    children
      // One stage is deployed after another.
      .filter(({ registration }) => stackOf(registration) === stackOf(one.registration))
      .filter(({ parent, registration }) => parent === one.parent && registration.urn > one.registration.urn)
      .filter(
        ({ registration }) =>
          !waitsFor(recording, registration, one.registration) && !waitsFor(recording, one.registration, registration),
      )
      .map(({ registration }) => `${one.registration.name} and ${registration.name}`),
  );
}

test.each(['dev', 'prod'])('no two resources of %s are written to one serial parent at the same time', async (name) => {
  const azure = azurePlan(name);
  const models = { another: azureModel({ deploymentName: 'another', contentFilterName: 'a' }), frontier: azureModel() };
  const recording = await recordEnvironment(
    settledPlan(name, { ...azure, deployment: { ...azure.deployment, models } }),
  );
  expect(unordered(recording)).toEqual([]);
});
