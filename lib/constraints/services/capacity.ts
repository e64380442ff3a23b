import type { Breach, Constraint } from '../constraint';
import { numberAt } from '../value';

interface CapacityRow {
  /** Paths of the least, the wanted and the most. */
  readonly least: string;
  readonly wanted?: string;
  readonly most: string;
}

/** Source: the API models of the services in botocore 1.44.8. */
const rows: Readonly<Record<string, CapacityRow>> = {
  'AWS::AutoScaling::AutoScalingGroup': { least: 'MinSize', wanted: 'DesiredCapacity', most: 'MaxSize' },
  'AWS::EKS::Nodegroup': {
    least: 'ScalingConfig/MinSize',
    wanted: 'ScalingConfig/DesiredSize',
    most: 'ScalingConfig/MaxSize',
  },
  'AWS::RDS::DBCluster': {
    least: 'ServerlessV2ScalingConfiguration/MinCapacity',
    most: 'ServerlessV2ScalingConfiguration/MaxCapacity',
  },
  'AWS::Lambda::EventSourceMapping': {
    least: 'ProvisionedPollerConfig/MinimumPollers',
    most: 'ProvisionedPollerConfig/MaximumPollers',
  },
};

/** The least of a capacity is not above the most, and what is wanted lies between. */
export const capacity: Constraint = {
  id: 'capacity-order',
  types: Object.keys(rows),
  source: {
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html',
    asOf: '2026-11-30',
  },
  check: ({ type, properties }) => {
    const row = rows[type];
    if (row === undefined) return [];
    const number = (path: string | undefined): number | undefined =>
      path === undefined ? undefined : numberAt(properties, ...path.split('/'));
    const [least, wanted, most] = [number(row.least), number(row.wanted), number(row.most)];
    const found: Breach[] = [];
    if (least !== undefined && most !== undefined && least > most) {
      found.push({
        pointer: `#/${row.least}`,
        problem: `${row.least} ${least} is above ${row.most} ${most}`,
        fix: `Write ${most} or less.`,
      });
    } else if (wanted !== undefined && (wanted < (least ?? wanted) || wanted > (most ?? wanted))) {
      found.push({
        pointer: `#/${row.wanted ?? ''}`,
        problem: `Desired capacity:${wanted} must be between the specified min size:${least ?? ''} and max size:${most ?? ''}`,
        fix: 'Write a number between them.',
      });
    }
    return found;
  },
};
