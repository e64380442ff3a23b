import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { endpointDeployment } from '../../../../lib/constraints/llm/endpoint-deployment';
import { breaches } from './around';

const unknown = { Ref: 'Unknown' };
const traffic = (config: Json): JsonObject => ({
  BlueGreenUpdatePolicy: { TrafficRoutingConfiguration: config },
});
const percent = (Value: Json) => ({ Type: 'CAPACITY_PERCENT', Value });
const place = '#/DeploymentConfig/BlueGreenUpdatePolicy/TrafficRoutingConfiguration';

test.each<[string, Json, readonly string[]]>([
  ['nothing', {}, []],
  ['an unknown configuration', unknown, []],
  ['all at once', traffic({ Type: 'ALL_AT_ONCE' }), []],
  ['a canary', traffic({ Type: 'CANARY', CanarySize: percent(50) }), []],
  ['a canary of instances', traffic({ Type: 'CANARY', CanarySize: { Type: 'INSTANCE_COUNT', Value: 60 } }), []],
  ['an unknown canary', traffic({ Type: 'CANARY', CanarySize: unknown }), []],
  ['linear steps', traffic({ Type: 'LINEAR', LinearStepSize: percent(10) }), []],
  ['a rolling update', { RollingUpdatePolicy: { MaximumBatchSize: percent(5) } }, []],
  ['a canary without size', traffic({ Type: 'CANARY' }), [`${place}: Traffic of type CANARY needs CanarySize`]],
  ['linear steps without size', traffic({ Type: 'LINEAR' }), [`${place}: Traffic of type LINEAR needs LinearStepSize`]],
  [
    'a large canary',
    traffic({ Type: 'CANARY', CanarySize: percent(51) }),
    [`${place}/CanarySize/Value: CanarySize of 51 percent is not between 1 and 50 percent of the instances`],
  ],
  [
    'small steps',
    traffic({ Type: 'LINEAR', LinearStepSize: percent(9) }),
    [`${place}/LinearStepSize/Value: LinearStepSize of 9 percent is not between 10 and 50 percent of the instances`],
  ],
  [
    'small batches',
    { RollingUpdatePolicy: { MaximumBatchSize: percent(4) } },
    [
      '#/DeploymentConfig/RollingUpdatePolicy/MaximumBatchSize/Value: MaximumBatchSize of 4 percent is not between 5 and 50 percent of the instances',
    ],
  ],
  [
    'both policies',
    { ...traffic({ Type: 'ALL_AT_ONCE' }), RollingUpdatePolicy: {} },
    [
      '#/DeploymentConfig/RollingUpdatePolicy: Both BlueGreenUpdatePolicy and RollingUpdatePolicy are given; an update has one policy',
    ],
  ],
])('an endpoint that is updated with %s', (_name, config, expected) => {
  expect(breaches(endpointDeployment, { DeploymentConfig: config })).toEqual(expected);
});
