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
  NetworkWithoutFlowLog: {
    title: 'Network without a flow log',
    meaning: 'A virtual network has no flow log.',
    fix: 'Add a flow log whose targetResourceId is the network.',
  },
  PrivateEndpointMissing: {
    title: 'Closed service without a private endpoint',
    meaning:
      'A service of Azure is closed to public addresses, and has no private endpoint, while others of the deployment have one.',
    fix: 'Add a private endpoint, or open the service to a network.',
  },
  PrivateEndpointWithoutZone: {
    title: 'Private endpoint without a zone',
    meaning:
      'A private endpoint has no zone group, while others of the deployment have one: its name leads to the public address.',
    fix: 'Add a privateDnsZoneGroup.',
  },
  PrivateZoneUnlinked: {
    title: 'Private zone that no network uses',
    meaning: 'A private DNS zone is linked to no virtual network.',
    fix: 'Add a virtualNetworkLink.',
  },
  SecurityRuleOpen: {
    title: 'Security rule open to everybody',
    meaning: 'A rule of a network security group lets every address in, on a port other than that of HTTPS.',
    fix: 'Name the addresses that may connect, or leave only port 443 open.',
  },
  SubnetOutbound: {
    title: 'Subnet with default egress',
    meaning: 'Machines of a subnet reach the internet through an address of Azure that nobody chose.',
    fix: 'Set defaultOutboundAccess to false.',
  },
  SubnetWithoutGroup: {
    title: 'Subnet without a security group',
    meaning: 'A subnet has no network security group.',
    fix: 'Set networkSecurityGroup.',
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
