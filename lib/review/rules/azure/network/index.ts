import type { Rule } from '../../../rule';
import { firewallDetection } from './firewall-detection';
import { flowLogOff } from './flow-log-off';
import { gatewayFirewall } from './gateway-firewall';
import { gatewayTls } from './gateway-tls';
import { gatewayZones } from './gateway-zones';
import { interfacePublic } from './interface-public';
import { subnetOutbound } from './subnet-outbound';
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
  subnetOutbound,
  wafMode,
  wafRules,
];
