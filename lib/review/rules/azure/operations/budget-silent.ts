import { azurePath, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import type { JsonMap } from '../../../policy';
import { isList, isMap } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set notifications about the actual and the forecasted cost, each with enabled true and contacts: a loop of an agent is noticed on the invoice. */
export const budgetSilent: Rule = {
  code: 'BudgetSilent',
  family: 'azure',
  pack: 'production',
  safeguard: 'consumption',
  rationale: 'A loop of an agent is noticed on the invoice.',
  source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  types: nodeTypes(['Microsoft.Consumption/budgets']),
  check(node) {
    const notifications = azureValue(node, 'properties.notifications');
    const around = azurePath(node, 'properties.notifications');
    if (notifications === undefined)
      return [{ path: around, message: 'has no notification', fix: fixOf('BudgetSilent') }];
    if (!isMap(notifications)) return [];
    const all = Object.entries(notifications).flatMap(([name, one]) => (isMap(one) ? [{ name, one }] : []));
    const forecast = all.some(({ one }) => isText(one.thresholdType, 'Forecasted'));
    return [
      ...(forecast ? [] : [{ path: around, message: 'has no notification about the forecast' }]),
      ...all
        .filter(({ one }) => one.enabled === false || !hasContact(one))
        .map(({ name }) => ({ path: `${around}.${name}`, message: 'tells nobody' })),
    ].map((found) => ({ ...found, fix: fixOf('BudgetSilent') }));
  },
};

function hasContact(notification: JsonMap): boolean {
  return ['contactEmails', 'contactGroups', 'contactRoles'].some((name) => {
    const list = notification[name];
    return isList(list) ? list.length > 0 : list !== undefined;
  });
}
