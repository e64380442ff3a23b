import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType, waitsFor } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const membersOfTheMonitorScope: Case = {
  id: 'azure-A11',
  fault:
    'two members of the private-link scope are created in parallel, which the scope refuses while it provisions one',
  expected: 'the members of the scope are created one after another',
  check: async () => {
    const recording = await recordEnvironment();
    const [first, second, ...more] = ofType(recording, 'azure-native:monitor:PrivateLinkScopedResource');
    expect(more).toEqual([]);
    expect(
      first !== undefined &&
        second !== undefined &&
        (waitsFor(recording, first, second) || waitsFor(recording, second, first)),
    ).toBe(true);
  },
};
