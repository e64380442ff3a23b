import { parseUrn } from '../graph';

/**
 * The input with a resource's physical name, for types whose `name` output other components use. A preview knows a name
 * that the program sets, so the recording shows it. Every other output is a reference.
 */
const physicalName: Readonly<Record<string, string>> = {
  'azure-native:appconfiguration:ConfigurationStore': 'configStoreName',
  'azure-native:applicationinsights:Component': 'resourceName',
  'azure-native:cognitiveservices:Account': 'accountName',
  'azure-native:cognitiveservices:Deployment': 'deploymentName',
  'azure-native:cognitiveservices:RaiPolicy': 'raiPolicyName',
  'azure-native:containerregistry:Registry': 'registryName',
  'azure-native:keyvault:Vault': 'vaultName',
  'azure-native:machinelearningservices:EnvironmentContainer': 'name',
  'azure-native:machinelearningservices:OnlineDeployment': 'deploymentName',
  'azure-native:machinelearningservices:OnlineEndpoint': 'endpointName',
  'azure-native:machinelearningservices:Registry': 'registryName',
  'azure-native:machinelearningservices:Workspace': 'workspaceName',
  'azure-native:managedidentity:UserAssignedIdentity': 'resourceName',
  'azure-native:monitor:PrivateLinkScope': 'scopeName',
  'azure-native:network:NetworkSecurityGroup': 'networkSecurityGroupName',
  'azure-native:network:PrivateEndpoint': 'privateEndpointName',
  'azure-native:network:Subnet': 'subnetName',
  'azure-native:network:VirtualNetwork': 'virtualNetworkName',
  'azure-native:operationalinsights:Workspace': 'workspaceName',
  'azure-native:privatedns:PrivateZone': 'privateZoneName',
  'azure-native:resources:ResourceGroup': 'resourceGroupName',
  'azure-native:search:Service': 'searchServiceName',
  'azure-native:storage:BlobContainer': 'containerName',
  'azure-native:storage:StorageAccount': 'accountName',
};

/** Outputs that the service sets and components use, by type. Every other output is unknown, as in a preview. */
const referencedOutputs: Readonly<Record<string, readonly string[]>> = {
  'azure-native:managedidentity:UserAssignedIdentity': ['principalId', 'clientId'],
};

/** Types whose `identity` output is an object with a reference in it. */
const referencedIdentities: ReadonlySet<string> = new Set(['azure-native:machinelearningservices:Workspace']);

/** A value that only the service knows, in the form of a recording: `${<urn>#<property>}`, or `${<key>#value}` of a key. */
export function reference(urn: string, property: string): string {
  return `\${${urn}#${property}}`;
}

/**
 * Outputs of a recorded resource, so that dependents show what they refer to.
 *
 * A real first preview knows none of these values. Inputs are not returned as outputs: an output with the name of an
 * input (`properties` of a Cognitive Services account) would lack the values that the service adds.
 */
export function recordedOutputs(
  urn: string,
  inputs: { readonly [key: string]: unknown },
): { readonly [key: string]: string | { readonly [key: string]: string } } {
  const type = parseUrn(urn)?.type ?? '';
  const outputs: Record<string, string | { readonly [key: string]: string }> = {};
  const name = inputs[physicalName[type] ?? ''];
  if (typeof name === 'string') outputs['name'] = name;
  for (const property of referencedOutputs[type] ?? []) outputs[property] = reference(urn, property);
  if (referencedIdentities.has(type)) {
    outputs['identity'] = { type: 'SystemAssigned', principalId: reference(urn, 'identity.principalId') };
  }
  return outputs;
}
