import { decide } from '../../../../lib/plan/decision';
import type { FailoverRole } from '../../../../lib/plan/endpoint/endpoint-plan';
import { runningReplicas } from '../../../../lib/plan/endpoint/replicas';
import { size } from '../../../helpers/sized-endpoint';

const sized = decide(size({ replicas: 4 }), 'size.fixture', 'the size of the fixture');
const primary = decide('aws' as const, 'failover.fixture', 'the primary of the fixture');
const roles = {
  only: { kind: 'only' },
  primary: { kind: 'primary', primary, standby: 'pilot-light' },
  'pilot light': { kind: 'standby', primary, standby: 'pilot-light', sizedFor: 1 },
  'warm standby': { kind: 'standby', primary, standby: 'warm', sizedFor: 0.5 },
} satisfies Record<string, FailoverRole>;

test.each([
  ['development', 'only', undefined, 1, 'replicas.one-below-production'],
  ['staging', 'primary', undefined, 1, 'replicas.one-below-production'],
  ['staging', 'pilot light', undefined, 1, 'replicas.one-below-production'],
  ['production', 'only', undefined, 4, 'size.fixture'],
  ['production', 'primary', undefined, 4, 'size.fixture'],
  ['production', 'pilot light', undefined, 1, 'replicas.pilot-light'],
  ['production', 'warm standby', undefined, 4, 'size.fixture'],
  ['development', 'pilot light', 3, 3, 'spec.pinned'],
] as const)('in %s a cloud that is %s, with the pin %s, runs %d copies', (tier, role, replicas, running, rule) => {
  const decision = runningReplicas(tier, sized, roles[role], { replicas, path: 'endpoints.chat.pinned.aws.replicas' });
  expect([decision.value, decision.because[0]?.rule]).toEqual([running, rule]);
});
