import { containerEnvironmentPublic } from '../../../../../../lib/review/rules/azure/apps/container-environment-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerEnvironmentPublic, {
  type: 'Microsoft.App/managedEnvironments',
  right: {
    properties: {
      vnetConfiguration: { internal: true, infrastructureSubnetId: '/subscriptions/a/subnets/b' },
      publicNetworkAccess: 'Disabled',
    },
  },
  wrong: {
    'properties.vnetConfiguration.internal': [false, undefined],
    'properties.vnetConfiguration.infrastructureSubnetId': [undefined],
    'properties.publicNetworkAccess': ['Enabled'],
  },
});
