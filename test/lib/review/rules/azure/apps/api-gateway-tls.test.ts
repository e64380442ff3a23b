import { apiGatewayTls } from '../../../../../../lib/review/rules/azure/apps/api-gateway-tls';
import { azureFound } from '../../../../../helpers/azure-found';

const name = 'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10';
const gateway = (value: string) => [
  { type: 'Microsoft.ApiManagement/service', name: 'a', properties: { customProperties: { [name]: value } } },
];

test('an old protocol that is on is found, and one that is off is not', () => {
  expect(azureFound(apiGatewayTls, gateway('True'))).toEqual([
    `Microsoft.ApiManagement/service/a customProperties.${name}`,
  ]);
  expect(azureFound(apiGatewayTls, gateway('False'))).toEqual([]);
});
