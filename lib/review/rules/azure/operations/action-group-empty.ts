import { azurePath, azureValue, nodeTypes } from '../../../azure/azure-value';
import { isList } from '../../../policy';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name a receiver, such as emailReceivers: nobody learns that the model fails. */
export const actionGroupEmpty: Rule = {
  code: 'ActionGroupEmpty',
  family: 'azure',
  pack: 'production',
  safeguard: 'availability',
  rationale: 'Nobody learns that the model fails.',
  source: { url: 'https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-overview', asOf: '2026-12-01' },
  types: nodeTypes(['Microsoft.Insights/actionGroups']),
  check(node) {
    const receivers = receiverLists.map((name) => azureValue(node, `properties.${name}`));
    const has = receivers.some((list) => (isList(list) ? list.length > 0 : list !== undefined));
    return has
      ? []
      : [
          {
            path: azurePath(node, 'properties.emailReceivers'),
            message: 'has no receiver',
            fix: fixOf('ActionGroupEmpty'),
          },
        ];
  },
};

const receiverLists = [
  'armRoleReceivers',
  'automationRunbookReceivers',
  'azureAppPushReceivers',
  'azureFunctionReceivers',
  'emailReceivers',
  'eventHubReceivers',
  'incidentReceivers',
  'itsmReceivers',
  'logicAppReceivers',
  'smsReceivers',
  'voiceReceivers',
  'webhookReceivers',
];
