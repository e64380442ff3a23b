import { actionGroupEmpty } from '../../../../../../lib/review/rules/azure/operations/action-group-empty';
import { azureFound } from '../../../../../helpers/azure-found';

const group = (properties: object) => [{ type: 'Microsoft.Insights/actionGroups', name: 'owner', properties }];

test.each([
  [{ emailReceivers: [{ name: 'owner' }] }, []],
  [{ webhookReceivers: "[parameters('hooks')]" }, []],
  [{ emailReceivers: [] }, ['Microsoft.Insights/actionGroups/owner emailReceivers']],
  [{}, ['Microsoft.Insights/actionGroups/owner emailReceivers']],
])('a group with %j', (properties, expected) => {
  expect(azureFound(actionGroupEmpty, group(properties))).toEqual(expected);
});
