import type { InstanceOffer } from '../../catalog';
import type { Issue } from '../../spec';
import type { OfferVerdict } from './size-endpoint';
import type { SizeRequest } from './size-types';

/** Everything that keeps a request from being sized; empty when something works. */
export function sizeProblems(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  verdicts: readonly OfferVerdict[],
): readonly Issue[] {
  const { path, model } = request;
  if (offers.length === 0) {
    return [
      {
        code: 'NoInstanceOffered',
        path,
        message: 'no GPU instance is offered',
        expected: 'a region with GPU instances',
      },
    ];
  }
  if (verdicts.some((verdict) => verdict.problem === undefined)) return [];
  return [
    {
      code: 'ModelTooLarge',
      path,
      message: `${model.id} fits no offered instance`,
      expected: 'an instance with enough memory',
    },
  ];
}
