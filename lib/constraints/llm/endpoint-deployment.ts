import type { Breach, Constraint } from '../constraint';
import { at, isGiven, numberAt, rowOf, textAt } from '../value';

/** How an endpoint is updated: one policy, with the batch size that its kind of traffic shift needs. */
export const endpointDeployment: Constraint = {
  id: 'endpoint-deployment',
  types: ['AWS::SageMaker::Endpoint'],
  source: {
    url: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_BlueGreenUpdatePolicy.html',
    asOf: '2026-11-30',
  },
  check({ properties }) {
    const config = at(properties, 'DeploymentConfig');
    const breaches: Breach[] = [];
    const say = (place: string, problem: string, fix: string): void => {
      breaches.push({ pointer: `#/DeploymentConfig/${place}`, problem, fix });
    };
    if (isGiven(at(config, 'BlueGreenUpdatePolicy')) && isGiven(at(config, 'RollingUpdatePolicy')))
      say(
        'RollingUpdatePolicy',
        'Both BlueGreenUpdatePolicy and RollingUpdatePolicy are given; an update has one policy',
        'Remove one of the two policies.',
      );
    const traffic = at(config, 'BlueGreenUpdatePolicy', 'TrafficRoutingConfiguration');
    const place = 'BlueGreenUpdatePolicy/TrafficRoutingConfiguration';
    const size = rowOf(sizeOf, textAt(traffic, 'Type'));
    if (size !== undefined && at(traffic, size) === undefined)
      say(place, `Traffic of type ${textAt(traffic, 'Type') ?? ''} needs ${size}`, `Set ${size} with Type and Value.`);
    for (const [name, least] of percentages) {
      const [policy, key] = name.split('/');
      const batch = policy === 'rolling' ? at(config, 'RollingUpdatePolicy', key ?? '') : at(traffic, key ?? '');
      const value = numberAt(batch, 'Value');
      if (textAt(batch, 'Type') !== 'CAPACITY_PERCENT' || value === undefined) continue;
      if (value >= least && value <= 50) continue;
      say(
        `${policy === 'rolling' ? 'RollingUpdatePolicy' : place}/${key ?? ''}/Value`,
        `${key ?? ''} of ${value} percent is not between ${least} and 50 percent of the instances`,
        `Set Value to a number between ${least} and 50.`,
      );
    }
    return breaches;
  },
};

const sizeOf: Readonly<Record<string, string | undefined>> = { CANARY: 'CanarySize', LINEAR: 'LinearStepSize' };
/** Smallest share; the largest is a half. Source: TrafficRoutingConfig and RollingUpdatePolicy in the API model. */
const percentages: readonly (readonly [string, number])[] = [
  ['traffic/CanarySize', 1],
  ['traffic/LinearStepSize', 10],
  ['rolling/MaximumBatchSize', 5],
];
