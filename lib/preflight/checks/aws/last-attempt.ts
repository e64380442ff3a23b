import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { causeOf, fixOf } from '../../failure-code';
import { nextSize, noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';

/** What the last deployment failed at, where a stack still says so. Capacity of machines is seen nowhere else. */
export const lastAttempt: AwsCheck = {
  id: 'aws.last-attempt',
  cloud: 'aws',
  asks: 'Did the last deployment of a stack fail, and at what?',
  questions: ['stack', 'failures'],
  run: async (ask, { stackNames, region, deployment }, { catalog }) => {
    const outcomes = await Promise.all(
      Object.values(stackNames).map(async (name): Promise<readonly Outcome[]> => {
        const place = at(lastAttempt, name);
        const stack = await ask.stack(name);
        if (stack.kind !== 'value')
          return outcomeOf(
            place,
            stack,
            () => [],
            () => passed(place, 'not deployed yet'),
          );
        if (!/ROLLBACK|FAILED/.test(stack.value.status)) return [passed(place, stack.value.status)];
        return outcomeOf(place, await ask.failures(name), (failures) => {
          const [known] = failures.flatMap((failure) => {
            const cause = causeOf(failure.reason);
            return cause === undefined ? [] : [{ ...failure, cause }];
          });
          if (known === undefined) return passed(place, `${stack.value.status}: no failure of a known cause`);
          const type =
            /ml\.[a-z0-9-]+\.[a-z0-9]+/.exec(known.reason)?.[0] ?? Object.values(deployment.endpoints)[0]?.instanceType;
          return {
            kind: 'finding',
            ...place,
            cause: known.cause,
            got: `${known.resource} (${known.type}) failed: ${known.reason.slice(0, 200)}`,
            expected: 'a last deployment that did not fail',
            fix: fixOf(known.cause),
            next: type === undefined ? noneKnown : nextSize(catalog, { cloud: 'aws', region, instanceType: type }),
          };
        });
      }),
    );
    return outcomes.flat();
  },
};
