import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `network`. */
export const azureNetworkMessages = {
  FirewallDetection: {
    title: 'Firewall that passes known threats',
    meaning: 'A firewall policy neither alerts nor denies traffic from known threats, or does not look for intrusions.',
    fix: 'Set threatIntelMode and intrusionDetection.mode to Alert or Deny.',
  },
  FlowLogOff: {
    title: 'Flow log that is off',
    meaning: 'A flow log is declared and disabled.',
    fix: 'Set enabled to true.',
  },
  GatewayFirewall: {
    title: 'Application gateway without a firewall',
    meaning: 'An application gateway has no web application firewall.',
    fix: 'Use the tier WAF_v2, and set firewallPolicy.',
  },
  GatewayTls: {
    title: 'Application gateway with old TLS',
    meaning: 'An application gateway takes plain HTTP, or TLS 1.0 or 1.1.',
    fix: 'Set protocol of listeners to Https, and sslPolicy.policyName to AppGwSslPolicy20220101.',
  },
  GatewayZones: {
    title: 'Application gateway in one zone',
    meaning: 'An application gateway is in one zone, or may run without an instance.',
    fix: 'Name two or more zones, and set autoscaleConfiguration.minCapacity to at least 2.',
  },
  InterfacePublic: {
    title: 'Network interface with a public address',
    meaning: 'A network interface has a public address, or forwards traffic of others.',
    fix: 'Leave out publicIPAddress, and set enableIPForwarding to false.',
  },
  SubnetOutbound: {
    title: 'Subnet with default egress',
    meaning: 'Machines of a subnet reach the internet through an address of Azure that nobody chose.',
    fix: 'Set defaultOutboundAccess to false.',
  },
  WafMode: {
    title: 'Web application firewall that only detects',
    meaning: 'A policy of a web application firewall is off, detects without blocking, or does not read bodies.',
    fix: 'Set policySettings with state Enabled, mode Prevention and requestBodyCheck true.',
  },
  WafRules: {
    title: 'Web application firewall with few rule sets',
    meaning: 'A policy of a web application firewall lacks the rules of Microsoft, or those against bots.',
    fix: 'Name a default rule set and a bot rule set in managedRuleSets.',
  },
} as const satisfies Declarations;
