import type { AzureCheck } from '../../check';
import { at, outcomeOf, passed } from '../../check';
import { nextSize, noneKnown } from '../../next-place';
import type { Outcome } from '../../outcome';
import type { SkuRestriction } from '../../ports/azure';

/** Whether the subscription may have the sizes and the kind of account in the location. */
export const skus: AzureCheck = {
  id: 'azure.skus',
  cloud: 'azure',
  asks: 'Does the location sell the sizes and the kind of account, and to this subscription?',
  questions: ['accountSkus', 'machineSkus'],
  run: async (ask, { deployment, location }, { catalog }) => {
    const account =
      deployment.account === undefined
        ? []
        : outcomeOf(at(skus, `OpenAI S0 in ${location}`), await ask.accountSkus(), (all) =>
            verdict(
              all.filter(({ kind, name }) => kind === 'OpenAI' && name === 'S0'),
              { place: at(skus, `OpenAI S0 in ${location}`), location, next: noneKnown },
            ),
          );
    const sizes = [...new Set(Object.values(deployment.endpoints).map(({ instanceType }) => instanceType))];
    if (sizes.length === 0) return account;
    const machines = await ask.machineSkus();
    return [
      ...account,
      ...sizes.flatMap((size) => {
        const place = at(skus, `${size} in ${location}`);
        const next = nextSize(catalog, { cloud: 'azure', region: location, instanceType: size });
        return outcomeOf(place, machines, (all) =>
          verdict(
            all.filter(({ name }) => name === size),
            { place, location, next },
          ),
        );
      }),
    ];
  },
};

interface About {
  readonly place: ReturnType<typeof at>;
  readonly location: string;
  readonly next: string;
}

function verdict(all: readonly SkuRestriction[], { place, location, next }: About): Outcome {
  const here = all.filter(({ locations }) => locations.some((one) => one.toLowerCase() === location));
  const [first] = here;
  if (first === undefined) {
    return {
      kind: 'finding',
      ...place,
      cause: 'not-offered',
      got: `${location} does not list it`,
      expected: 'a size or kind that the location sells',
      fix: 'use another size or location',
      next,
    };
  }
  const reason = Object.entries(first.restrictedIn).find(([one]) => one.toLowerCase() === location)?.[1];
  return reason === undefined
    ? passed(place, 'sold to the subscription')
    : {
        kind: 'finding',
        ...place,
        cause: 'access-not-granted',
        got: `restricted: ${reason}`,
        expected: 'no restriction of the location',
        fix:
          reason === 'QuotaId'
            ? 'use a subscription of another offer: the offer of this one does not include it'
            : `ask for access to ${place.place} in a support request of type region access`,
        next,
      };
}
