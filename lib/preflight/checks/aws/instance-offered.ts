import type { AwsCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { nextSize } from '../../next-place';

/**
 * Whether the region sells the machine of each endpoint. SageMaker has no such question; the nearest is whether EC2 sells
 * the type there.
 */
export const instanceOffered: AwsCheck = {
  id: 'aws.instance-offered',
  cloud: 'aws',
  asks: 'Does EC2 sell the instance type in the region, which is the nearest question that SageMaker has?',
  questions: ['zonesOf'],
  run: async (ask, { deployment, region }, { catalog }) => {
    const types = [...new Set(Object.values(deployment.endpoints).map(({ instanceType }) => instanceType))];
    const outcomes = await Promise.all(
      types.map(async (instanceType) => {
        const place = at(instanceOffered, `${instanceType} in ${region}`);
        return outcomeOf(place, await ask.zonesOf(instanceType.replace(/^ml\./, '')), (zones) =>
          zones.length > 0
            ? passed(place, `sold in ${zones.join(', ')}`)
            : {
                kind: 'finding',
                ...place,
                cause: 'not-offered',
                got: `no zone of ${region} sells ${instanceType.replace(/^ml\./, '')}`,
                expected: 'a type that the region sells',
                fix: `pin another type under endpoints.<key>.pinned.aws.instanceType, or move the environment`,
                next: nextSize(catalog, { cloud: 'aws', region, instanceType }),
              },
        );
      }),
    );
    return outcomes.flat();
  },
};
