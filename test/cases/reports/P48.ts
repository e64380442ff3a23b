import { awsCasePlan } from '../../helpers/case-config';
import type { Case } from '../case';

export const p48: Case = {
  id: 'P48',
  fault: 'ap-northeast-1 has no zone b for most accounts',
  expected: 'the plan uses only zones of the row of the region',
  check: () => {
    const { availabilityZones } = awsCasePlan({ region: 'ap-northeast-1' }).foundation.network;
    expect(availabilityZones.value).toEqual(['ap-northeast-1a', 'ap-northeast-1c']);
  },
};
