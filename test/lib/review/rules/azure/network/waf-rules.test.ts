import { wafRules } from '../../../../../../lib/review/rules/azure/network/waf-rules';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(wafRules, {
  type: 'Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies',
  right: {
    properties: {
      managedRules: {
        managedRuleSets: [{ ruleSetType: 'Microsoft_DefaultRuleSet' }, { ruleSetType: 'Microsoft_BotManagerRuleSet' }],
      },
    },
  },
  wrong: { 'properties.managedRules.managedRuleSets': [[{ ruleSetType: 'OWASP' }]] },
});
