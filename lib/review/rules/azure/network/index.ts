import type { Rule } from '../../../rule';
import { firewallDetection } from './firewall-detection';
import { flowLogOff } from './flow-log-off';
import { gatewayFirewall } from './gateway-firewall';
import { gatewayTls } from './gateway-tls';
import { gatewayZones } from './gateway-zones';
import { interfacePublic } from './interface-public';
import { networkWithoutFlowLog } from './network-without-flow-log';
import { privateEndpointMissing } from './private-endpoint-missing';
import { privateEndpointWithoutZone } from './private-endpoint-without-zone';
import { privateZoneUnlinked } from './private-zone-unlinked';
import { securityRuleOpen } from './security-rule-open';
import { subnetOutbound } from './subnet-outbound';
import { subnetWithoutGroup } from './subnet-without-group';
import { wafMode } from './waf-mode';
import { wafRules } from './waf-rules';

/** The rules of Azure about networks, by file name. */
export const azureNetworkRules: readonly Rule[] = [
  firewallDetection,
  flowLogOff,
  gatewayFirewall,
  gatewayTls,
  gatewayZones,
  interfacePublic,
  networkWithoutFlowLog,
  privateEndpointMissing,
  privateEndpointWithoutZone,
  privateZoneUnlinked,
  securityRuleOpen,
  subnetOutbound,
  subnetWithoutGroup,
  wafMode,
  wafRules,
];
