import { interfacePublic } from '../../../../../../lib/review/rules/azure/network/interface-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(interfacePublic, {
  type: 'Microsoft.Network/networkInterfaces',
  right: { properties: { ipConfigurations: [{ properties: {} }], enableIPForwarding: false } },
  wrong: {
    'properties.ipConfigurations.0.properties.publicIPAddress': [{ id: 'a' }],
    'properties.enableIPForwarding': [true],
  },
});
