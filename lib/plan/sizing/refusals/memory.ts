import { quantisedDtypes } from '../../performance/dtype-support';
import { gibText } from '../../performance/memory';
import type { ModelCopy } from '../../performance/model-copy';
import { gpusOf, tensorParallelOptions } from '../../performance/tensor-parallel';
import { cacheOf, largest, ledgerFor } from '../copy-concurrency';
import type { OfferEvaluation } from '../offer-evaluation';
import { byCost } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';
import type { Infeasible, PinName, Refusal, Relaxation } from './infeasible';
import {
  firstFeasible,
  isFeasible,
  offerText,
  pinPath,
  refusal,
  relax,
  withoutPin,
  worthProposing,
} from './infeasible';

/** The weights leave no memory for a cache on any allowed instance. */
export function weightsProblem(infeasible: Infeasible): Refusal {
  const { request, offers, blocked } = infeasible;
  const { model } = request;
  const biggest = [...blocked].sort((a, b) => memoryOf(request, b) - memoryOf(request, a) || byCost(a, b))[0];
  const copy = biggest?.capacity?.copy;
  if (biggest === undefined || copy === undefined) return { issues: [] };
  const relaxations = withMoreMemory(infeasible);
  const ledger = ledgerFor(request, copy, 1);
  const group = copy.tensorParallel;
  const rest = ledger.adapters + ledger.activation + ledger.cudaGraphs + ledger.overhead + ledger.kvCachePerRequest;
  const pin = pinInTheWay(request, relaxations[0]);
  const { instanceType } = biggest.offer;
  const name = request.pinned?.instanceType === undefined ? `the largest offered, ${instanceType},` : instanceType;
  const gpus = group === 1 ? 'one GPU' : `${group} GPUs`;
  return refusal(
    {
      code: 'ModelTooLarge',
      path: pin === undefined ? `${request.path}.model` : pinPath(request, offers, pin),
      message:
        `${model.id} in ${copy.dtype} needs ${gibText((ledger.weights + rest) * group)} on ${gpus} ` +
        `(${gibText(ledger.weights * group)} of weights), and ${name} has ${gibText(ledger.usable * group)} usable there`,
      got: pin === undefined ? model.id : request.pinned?.[pin],
      expected: `weights, cache and overhead within ${gibText(ledger.usable)} on each GPU`,
      fix:
        relaxations.length === 0
          ? 'use a smaller model, or a region that offers larger instances'
          : relaxationsText(relaxations),
    },
    relaxations,
  );
}

/** The longest request does not fit next to the weights on any allowed instance. */
export function contextProblem(infeasible: Infeasible): Refusal {
  const { request, blocked } = infeasible;
  const { maxTokens, inputTokens, outputTokens } = request.traffic;
  const typical = inputTokens + outputTokens;
  const fits = blocked
    .flatMap((evaluation) => {
      const copy = evaluation.capacity?.copy;
      return copy === undefined ? [] : [{ evaluation, tokens: longestThatFits(request, copy) }];
    })
    .sort((a, b) => b.tokens - a.tokens || byCost(a.evaluation, b.evaluation));
  const longest = fits[0];
  const tokens = longest?.tokens ?? 0;
  const shorter = tokens < typical ? undefined : { ...request, traffic: { ...request.traffic, maxTokens: tokens } };
  const relaxations =
    shorter === undefined ? withMoreMemory(infeasible) : withMoreMemory(infeasible).filter(isFeasible);
  const onIt = longest === undefined ? '' : ` on ${longest.evaluation.offer.instanceType}`;
  const split = longest?.evaluation.capacity?.copy.tensorParallel ?? 1;
  const relaxed = shorter ?? relaxations[0]?.request;
  return {
    issues: [
      {
        code: 'ContextExceedsMemory',
        path: tokens < typical ? `${request.path}.traffic` : `${request.path}.traffic.maxTokens`,
        message: `no allowed instance holds the weights of ${request.model.id} and a request of ${maxTokens} tokens`,
        got: maxTokens,
        expected: `at most ${tokens} tokens${onIt} with tensor parallel ${split}`,
        fix: [
          ...(shorter === undefined ? [] : [`set traffic.maxTokens to ${tokens}`]),
          ...(relaxations.length === 0 ? [] : [relaxationsText(relaxations)]),
          ...(relaxed === undefined ? ['use a smaller model, or shorter requests'] : []),
        ].join('; or '),
      },
    ],
    ...(relaxed === undefined ? {} : { relaxed }),
  };
}

/** Tokens of the longest request that a copy holds when no other runs. */
function longestThatFits(request: SizeRequest, copy: ModelCopy): number {
  const { kvCache } = ledgerFor(request, copy, 1);
  return largest(request.traffic.maxTokens, (tokens) => cacheOf(copy, tokens) <= kvCache);
}

/** Relaxations that give more memory: without pins, then in a smaller format, then both. At most three. */
function withMoreMemory(infeasible: Infeasible): readonly Relaxation[] {
  const { request } = infeasible;
  const pins: readonly (readonly PinName[])[] = [
    ['tensorParallel'],
    ['instanceType'],
    ['tensorParallel', 'instanceType'],
  ];
  const possible = pins.filter((names) => names.every((name) => request.pinned?.[name] !== undefined));
  const unpinned = possible.map((names) => relax(withoutPin(request, ...names), infeasible));
  const smaller = [request, withoutPin(request, 'tensorParallel', 'instanceType')].map((base) =>
    firstFeasible(quantisedDtypes.map((dtype) => relax({ ...base, dtype }, infeasible))),
  );
  const relaxations = worthProposing([...unpinned, ...smaller]);
  // Quantised weights on instances that hold the published ones have no advantage.
  const texts = relaxations.map(({ evaluation }) => offerText(evaluation));
  return relaxations.filter((_, index) => texts.indexOf(texts[index] ?? '') === index).slice(0, 3);
}

function relaxationsText(relaxations: readonly Relaxation[]): string {
  return relaxations
    .map(({ request: { dtype }, evaluation }) => {
      const quantisedTo = quantisedDtypes.find((format) => format === dtype);
      return quantisedTo === undefined
        ? `use ${offerText(evaluation)}`
        : `use weights in ${quantisedTo}, another artifact: ${offerText(evaluation)}`;
    })
    .join('; or ');
}

/** The pin that the first relaxation removes. */
function pinInTheWay(request: SizeRequest, relaxation: Relaxation | undefined): PinName | undefined {
  if (relaxation === undefined) return undefined;
  const names: readonly PinName[] = ['tensorParallel', 'instanceType'];
  return names.find((name) => request.pinned?.[name] !== undefined && relaxation.request.pinned?.[name] === undefined);
}

/** Usable MiB of all GPUs that a copy could use. */
function memoryOf({ model }: SizeRequest, { offer, capacity }: OfferEvaluation): number {
  const group = capacity?.copy.tensorParallel ?? tensorParallelOptions({ model }, gpusOf(offer)).length;
  return (capacity?.copy.accelerator.usableMiB ?? 0) * offer.acceleratorShare * group;
}
