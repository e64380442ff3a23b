import type { Declarations } from '../declaration';

/** Findings of the rules of the family `network`. */
export const networkMessages = {
  EgressAnywhere: {
    title: 'Security group with a way to every address',
    meaning: 'A security group lets connections out to every address on some port.',
    fix: 'Name the groups, prefix lists or addresses that are needed.',
    severity: 'warning',
  },
  EndpointDns: {
    title: 'Interface endpoint without private DNS',
    meaning: 'An interface endpoint has no private DNS name.',
    fix: 'Set PrivateDnsEnabled to true.',
  },
  EndpointGroups: {
    title: 'Interface endpoint in the default group',
    meaning: 'An interface endpoint has the default security group.',
    fix: 'Set SecurityGroupIds.',
  },
  EndpointWithoutPolicy: {
    title: 'VPC endpoint without a policy',
    meaning: 'A VPC endpoint has no policy, or one that allows every action of everybody.',
    fix: 'Set PolicyDocument with the actions that are needed, for the principals of the account.',
  },
  EndpointZones: {
    title: 'Interface endpoint in one zone',
    meaning: 'An interface endpoint has one subnet.',
    fix: 'Name subnets of at least two zones in SubnetIds.',
  },
  FlowLogPartial: {
    title: 'Flow log of a part of the traffic',
    meaning: 'A flow log does not record all traffic.',
    fix: 'Set TrafficType to ALL.',
  },
  InstancePublicAddress: {
    title: 'Instance with a public address',
    meaning: 'An instance or launch template asks for a public address.',
    fix: 'Set AssociatePublicIpAddress to false.',
  },
  InternetRoute: {
    title: 'Model in a subnet with a route to the internet',
    meaning: 'A model, agent, function, database or node is in a subnet with a route to an internet gateway.',
    fix: 'Use subnets without such a route, with VPC endpoints.',
  },
  OpenEgress: {
    title: 'Security group that reaches the internet',
    meaning: 'A security group lets every connection out to every address.',
    fix: 'Set SecurityGroupEgress to the groups, prefix lists or addresses that are needed.',
  },
  OpenIngress: {
    title: 'Security group open to the internet',
    meaning: 'A security group lets every address in.',
    fix: 'Name the addresses or the security group that may connect.',
  },
  SubnetPublicAddress: {
    title: 'Subnet with public addresses',
    meaning: 'Everything that starts in a subnet gets a public address.',
    fix: 'Leave out MapPublicIpOnLaunch.',
  },
  VpcFlowLog: {
    title: 'VPC without a flow log',
    meaning: 'The connections of a VPC are not recorded.',
    fix: 'Add a flow log of the VPC.',
  },
} as const satisfies Declarations;
