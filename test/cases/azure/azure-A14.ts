import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { onlyOfType, rolesOf } from '../../helpers/azure-recording';
import { at } from '../../helpers/json-path';
import type { Case } from '../case';

/**
 * Supported targets of outbound rules include Application Insights "through PrivateLinkScopes", and the approver role
 * covers Azure Monitor: MicrosoftDocs/azure-ai-docs at d675e2ffa1, articles/machine-learning/how-to-managed-network.md.
 */
export const ruleToTheMonitorScope: Case = {
  id: 'azure-A14',
  fault: 'unverified: an outbound rule of the managed network to the private link scope of Azure Monitor',
  expected: 'documented: the rule names the scope and its subresource, and the workspace may approve it',
  check: async () => {
    const recording = await recordStage(settledPlan('prod'), 'experimentation');
    const rule = onlyOfType(recording, 'azure-native:machinelearningservices:ManagedNetworkSettingsRule');
    expect([
      at(rule.inputs, 'properties', 'type'),
      at(rule.inputs, 'properties', 'destination', 'subresourceTarget'),
    ]).toEqual(['PrivateEndpoint', 'azuremonitor']);
    expect(at(rule.inputs, 'properties', 'destination', 'serviceResourceId')).toMatch(
      /\/providers\/Microsoft\.Insights\/privateLinkScopes\/[^/]+$/,
    );
    expect(rolesOf(recording).map(({ role }) => role)).toContain('Azure AI Enterprise Network Connection Approver');
  },
};
