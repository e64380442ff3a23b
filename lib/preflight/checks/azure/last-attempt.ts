import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { causeOf, fixOf } from '../../failure-code';
import { noneKnown } from '../../next-place';

/** What the last writes to the resource group failed at. Capacity of services without a question is seen nowhere else. */
export const lastAttempt: AzureCheck = {
  id: 'azure.last-attempt',
  cloud: 'azure',
  asks: 'Which writes to the resource group failed in the last days?',
  questions: ['failedWrites'],
  run: async (ask, { initialization, location }) => {
    const group = initialization.resourceGroupName;
    const place = at(lastAttempt, group);
    return outcomeOf(place, await ask.failedWrites(group), (writes) => {
      const [known] = writes.flatMap((write) => {
        const cause = causeOf(write.code);
        return cause === undefined ? [] : [{ ...write, cause }];
      });
      return known === undefined
        ? passed(place, 'no failure of a known cause')
        : {
            kind: 'finding',
            ...place,
            place: `${known.resource} in ${location}`,
            cause: known.cause,
            got: `${known.operation} failed: ${known.code}`,
            expected: 'a last attempt that did not fail',
            fix: fixOf(known.cause),
            next: noneKnown,
          };
    });
  },
};
