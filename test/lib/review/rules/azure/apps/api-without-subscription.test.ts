import { apiWithoutSubscription } from '../../../../../../lib/review/rules/azure/apps/api-without-subscription';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(apiWithoutSubscription, {
  type: 'Microsoft.ApiManagement/service/apis',
  right: { properties: { subscriptionRequired: true } },
  wrong: { 'properties.subscriptionRequired': [false] },
});
