import {
  allowHuggingFace,
  MlOnlineEndpoint,
  MlWorkspace,
  PrivateLandingZone,
  workspaceStores,
} from '../../constructs/azure';

/*
 * A private endpoint that serves a model of the HuggingFace registry, in a Pulumi program of any project. `program` is the
 * body of the file that `main` of Pulumi.yaml names.
 */
const subscription = '00000000-0000-4000-8000-0000000000d1';
const tenantId = '00000000-0000-4000-8000-000000000001';

/** Declares the resources of the example. */
export function program() {
  const { landingZone } = new PrivateLandingZone('zone', {
    subscription,
    location: 'swedencentral',
    resourceGroup: 'rg-search-prod',
    addressPrefix: '10.41.0.0/16',
  });
  const workspace = new MlWorkspace('ml', { ...workspaceStores('ml', { tenantId, landingZone }), landingZone });
  const { workspaceName } = workspace;
  const { resourceGroupName } = landingZone;
  const outbound = allowHuggingFace(
    'hub',
    { workspaceName, resourceGroupName },
    { dependsOn: [...workspace.networkReady] },
  );
  const chat = new MlOnlineEndpoint('chat', {
    deployment: {
      instanceType: 'Standard_NC24ads_A100_v4',
      modelUri: 'azureml://registries/HuggingFace/models/qwen-qwen3-8b/versions/1',
    },
    workspaceName,
    dependsOn: outbound,
    landingZone,
  });
  return { endpointId: chat.endpointId };
}
