import type { Rule } from '../../rule';
import { egressAnywhere } from './egress-anywhere';
import { endpointDns } from './endpoint-dns';
import { endpointGroups } from './endpoint-groups';
import { endpointWithoutPolicy } from './endpoint-without-policy';
import { endpointZones } from './endpoint-zones';
import { flowLogPartial } from './flow-log-partial';
import { instancePublicAddress } from './instance-public-address';
import { internetRoute } from './internet-route';
import { openEgress } from './open-egress';
import { openIngress } from './open-ingress';
import { subnetPublicAddress } from './subnet-public-address';
import { vpcFlowLog } from './vpc-flow-log';

/** The rules of the family `network`, by file name. */
export const networkRules: readonly Rule[] = [
  egressAnywhere,
  endpointDns,
  endpointGroups,
  endpointWithoutPolicy,
  endpointZones,
  flowLogPartial,
  instancePublicAddress,
  internetRoute,
  openEgress,
  openIngress,
  subnetPublicAddress,
  vpcFlowLog,
];
