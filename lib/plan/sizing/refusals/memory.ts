import type { Issue } from '../../../platform';
import type { ModelCopy } from '../../performance/model-copy';
import { gpusOf, tensorParallelOptions } from '../../performance/tensor-parallel';
import { cacheOf, largest, ledgerFor } from '../candidate';
import type { OfferVerdict } from '../offer-evaluation';
import { byCost } from '../offer-evaluation';
import type { SizeRequest } from '../size-types';
import type { Finding, Impasse, PinName, WayOut } from './infeasible';
import { firstThatWorks, inWords, pinPath, wayPast, withoutPin, works, worthNaming } from './infeasible';

const gib = 2 ** 30;
/** Formats a checkpoint can be quantised to without training, largest first. */
const quantised = ['fp8', 'int8', 'nvfp4', 'int4'] as const;

/** The weights leave no room for a cache on anything allowed. */
export function weightsProblem(impasse: Impasse): Finding {
  const { request, offers, blocked } = impasse;
  const { model } = request;
  const roomiest = [...blocked].sort((a, b) => roomOf(request, b) - roomOf(request, a) || byCost(a, b))[0];
  const copy = roomiest?.capacity?.copy;
  if (roomiest === undefined || copy === undefined) return { issues: [] };
  const ways = roomier(impasse);
  const ledger = ledgerFor(request, copy, 1);
  const group = copy.tensorParallel;
  const rest = ledger.adapters + ledger.activation + ledger.cudaGraphs + ledger.overhead + ledger.kvCachePerRequest;
  const pin = pinInTheWay(request, ways[0]);
  const { instanceType } = roomiest.offer;
  const name = request.pinned?.instanceType === undefined ? `the largest offered, ${instanceType},` : instanceType;
  const gpus = group === 1 ? 'one GPU' : `${group} GPUs`;
  return {
    issues: [
      {
        code: 'ModelTooLarge',
        path: pin === undefined ? `${request.path}.model` : pinPath(request, offers, pin),
        message:
          `${model.id} in ${copy.dtype} needs ${inGiB((ledger.weights + rest) * group)} on ${gpus} ` +
          `(${inGiB(ledger.weights * group)} of weights), and ${name} has ${inGiB(ledger.usable * group)} usable there`,
        got: pin === undefined ? model.id : request.pinned?.[pin],
        expected: `weights, cache and overhead within ${inGiB(ledger.usable)} on each GPU`,
        fix: ways.length === 0 ? 'take a smaller model, or place it where larger instances are offered' : inText(ways),
      },
    ],
    ...(ways[0] === undefined ? {} : { relaxed: ways[0].request }),
  };
}

/** The longest request does not fit beside the weights on anything allowed. */
export function contextProblem(impasse: Impasse): Finding {
  const { request, blocked } = impasse;
  const { maxTokens, inputTokens, outputTokens } = request.traffic;
  const typical = inputTokens + outputTokens;
  const fits = blocked
    .flatMap((verdict) => {
      const copy = verdict.capacity?.copy;
      return copy === undefined ? [] : [{ verdict, tokens: longestThatFits(request, copy) }];
    })
    .sort((a, b) => b.tokens - a.tokens || byCost(a.verdict, b.verdict));
  const longest = fits[0];
  const tokens = longest?.tokens ?? 0;
  const shorter = tokens < typical ? undefined : { ...request, traffic: { ...request.traffic, maxTokens: tokens } };
  const ways = shorter === undefined ? roomier(impasse) : roomier(impasse).filter(works);
  const onIt = longest === undefined ? '' : ` on ${longest.verdict.offer.instanceType}`;
  const split = longest?.verdict.capacity?.copy.tensorParallel ?? 1;
  const issue: Issue = {
    code: 'ContextExceedsMemory',
    path: tokens < typical ? `${request.path}.traffic` : `${request.path}.traffic.maxTokens`,
    message: `beside the weights of ${request.model.id} no allowed instance has room for a request of ${maxTokens} tokens`,
    got: maxTokens,
    expected: `at most ${tokens} tokens${onIt} with tensor parallel ${split}`,
    fix: [
      ...(shorter === undefined ? [] : [`set traffic.maxTokens to ${tokens}`]),
      ...(ways.length === 0 ? [] : [inText(ways)]),
      ...(shorter === undefined && ways.length === 0 ? ['take a smaller model, or shorter requests'] : []),
    ].join('; or '),
  };
  const relaxed = shorter ?? ways[0]?.request;
  return { issues: [issue], ...(relaxed === undefined ? {} : { relaxed }) };
}

/** Tokens of the longest request a copy holds on its own. */
function longestThatFits(request: SizeRequest, copy: ModelCopy): number {
  const { kvCache } = ledgerFor(request, copy, 1);
  return largest(request.traffic.maxTokens, (tokens) => cacheOf(copy, tokens) <= kvCache);
}

/** Changes that make room, nearest first: other pins, then a smaller format, then both. */
function roomier(impasse: Impasse): readonly WayOut[] {
  const { request } = impasse;
  const pins: readonly (readonly PinName[])[] = [
    ['tensorParallel'],
    ['instanceType'],
    ['tensorParallel', 'instanceType'],
  ];
  const possible = pins.filter((names) => names.every((name) => request.pinned?.[name] !== undefined));
  const unpinned = possible.map((names) => wayPast(withoutPin(request, ...names), impasse));
  const smaller = [request, withoutPin(request, 'tensorParallel', 'instanceType')].map((base) =>
    firstThatWorks(quantised.map((dtype) => wayPast({ ...base, dtype }, impasse))),
  );
  const ways = worthNaming([...unpinned, ...smaller]);
  // Quantised weights on machines that hold the published ones are no nearer.
  const machines = ways.map(({ verdict }) => inWords(verdict));
  return ways.filter((_, index) => machines.indexOf(machines[index] ?? '') === index).slice(0, 3);
}

function inText(ways: readonly WayOut[]): string {
  return ways
    .map(({ request: { dtype }, verdict }) => {
      const quantisedTo = quantised.find((format) => format === dtype);
      return quantisedTo === undefined
        ? `take ${inWords(verdict)}`
        : `take weights in ${quantisedTo}, another artefact: ${inWords(verdict)}`;
    })
    .join('; or ');
}

/** The pin the nearest way out does without. */
function pinInTheWay(request: SizeRequest, way: WayOut | undefined): PinName | undefined {
  const names: readonly PinName[] = ['tensorParallel', 'instanceType'];
  return names.find(
    (name) => request.pinned?.[name] !== undefined && way !== undefined && way.request.pinned?.[name] === undefined,
  );
}

/** Usable bytes of all GPUs a copy could take. */
function roomOf({ model }: SizeRequest, { offer, capacity }: OfferVerdict): number {
  const group = capacity?.copy.tensorParallel ?? tensorParallelOptions(model, gpusOf(offer)).length;
  return (capacity?.copy.accelerator.usableMiB ?? 0) * offer.acceleratorShare * group;
}

function inGiB(bytes: number): string {
  return `${(bytes / gib).toFixed(1)} GiB`;
}
