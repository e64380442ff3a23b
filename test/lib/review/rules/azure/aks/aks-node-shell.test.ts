import { aksNodeShell } from '../../../../../../lib/review/rules/azure/aks/aks-node-shell';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksNodeShell, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { agentPoolProfiles: [{ securityProfile: { sshAccess: 'Disabled' } }] } },
  wrong: { 'properties.agentPoolProfiles.0.securityProfile.sshAccess': ['LocalUser', undefined] },
});

azureCases(aksNodeShell, {
  type: 'Microsoft.ContainerService/managedClusters/agentPools',
  right: { properties: { securityProfile: { sshAccess: 'Disabled' } } },
  wrong: { 'properties.securityProfile.sshAccess': ['LocalUser', undefined] },
});
