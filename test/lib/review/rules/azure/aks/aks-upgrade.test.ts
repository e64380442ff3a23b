import { aksUpgrade } from '../../../../../../lib/review/rules/azure/aks/aks-upgrade';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aksUpgrade, {
  type: 'Microsoft.ContainerService/managedClusters',
  right: { properties: { autoUpgradeProfile: { upgradeChannel: 'patch', nodeOSUpgradeChannel: 'NodeImage' } } },
  wrong: {
    'properties.autoUpgradeProfile.upgradeChannel': ['none', undefined],
    'properties.autoUpgradeProfile.nodeOSUpgradeChannel': ['None', undefined],
  },
});
