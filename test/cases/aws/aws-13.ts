import { awsCaseEndpoint } from '../../helpers/case-config';
import type { Case } from '../case';

export const aws13: Case = {
  id: 'aws-13',
  fault: 'a canary of one instance in staging, although a canary is at most half of the instances',
  expected: 'all at once with the reason, or at least two instances',
  check: () => {
    const { capacity, rollout } = awsCaseEndpoint({ environment: { tier: 'staging' } });
    expect(capacity.value).toMatchObject({ kind: 'instances', minInstances: 1 });
    expect(rollout.value).toEqual({ kind: 'all-at-once', waitSeconds: 300 });
    expect(rollout.because[0]?.text).toContain('one instance runs');
  },
};
