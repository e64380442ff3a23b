import { containerEnvironmentPeers } from '../../../../../../lib/review/rules/azure/apps/container-environment-peers';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerEnvironmentPeers, {
  type: 'Microsoft.App/managedEnvironments',
  right: { properties: { peerAuthentication: { mtls: { enabled: true } } } },
  wrong: { 'properties.peerAuthentication.mtls.enabled': [false, undefined] },
});
