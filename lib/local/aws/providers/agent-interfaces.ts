import { holds } from '../../../constraints/after-deletion';
import { listAt } from '../../../constraints/value';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { Table } from '../state/table';
import type { Provider } from './provider';
import { ResourceFailure } from './provider';

/** Network interfaces that stay after their agent was deleted. Plain data. */
interface LeftInterfaces {
  /** Subnets and security groups that they are in. */
  readonly names: readonly string[];
  /** When the service deletes them. */
  readonly until: Date;
}

/** Where the types of agents name their network. Source: CloudFormation registry schemas as cfn-lint 1.58.0 has them. */
const networks: readonly (readonly string[])[] = [
  ['NetworkConfiguration', 'NetworkModeConfig'],
  ['NetworkConfiguration', 'VpcConfig'],
  ['Environment', 'AgentCoreRuntimeEnvironment', 'NetworkConfiguration', 'NetworkModeConfig'],
];

function left(cloud: Cloud): Table<LeftInterfaces> {
  return cloud.ledger.table('agent-interfaces');
}

/**
 * An agent in a network: its interfaces stay for hours after it is deleted.
 * Source: hashicorp/terraform-provider-aws#47399, as in `holds`.
 */
export const agentProvider: Provider = {
  remove({ arn, properties }, cloud) {
    const names = networks.flatMap((place) =>
      ['SecurityGroups', 'Subnets'].flatMap((key) =>
        listAt(properties, ...place, key).filter((name) => typeof name === 'string'),
      ),
    );
    const minutes = holds.find(({ id }) => id === 'agent-interfaces')?.most ?? 0;
    const until = new Date(cloud.now().getTime() + (minutes * 60_000) / cloud.holdSpeed);
    if (names.length > 0) left(cloud).set(`${arn} ${cloud.ids.fresh('agent-interfaces')}`, { names, until });
  },
};

/**
 * A subnet or a security group is not deleted while an interface is in it.
 * Words of the service: Amazon EC2 API reference, error codes, DependencyViolation (read 2026-11-30).
 */
export const holdingProvider: Provider = {
  remove({ type, physicalId }: ExistingResource, cloud) {
    const now = cloud.now();
    for (const [key, { until }] of left(cloud)) if (until <= now) left(cloud).delete(key);
    if (![...left(cloud).values()].some(({ names }) => names.includes(physicalId))) return;
    const what =
      type === 'AWS::EC2::Subnet'
        ? `The subnet '${physicalId}' has dependencies and cannot be deleted.`
        : `resource ${physicalId} has a dependent object`;
    throw new ResourceFailure(
      `Resource handler returned message: "${what} (Service: Ec2, Status Code: 400)" (HandlerErrorCode: InvalidRequest)`,
    );
  },
};
