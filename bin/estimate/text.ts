import type { Estimate } from '../../lib/plan/estimate/estimate';
import { cents, figure, grouped, milliseconds } from '../../lib/review/plan-report/amounts';
import { hanging, wrap } from '../terminal/layout';
import type { Terminal } from '../terminal/terminal';

/** Longest line in columns: longer lines are hard to read. */
const widest = 100;

/** An estimate as text: what runs where, then a paragraph for each result. */
export function estimateText(estimate: Estimate, { style, columns }: Terminal): string {
  const width = Math.min(columns, widest);
  const { model, dtype, instance, region, tensorParallel, acceleratorCount, accelerator } = estimate;
  const head = `${model} in ${dtype} on ${instance} (${tensorParallel} of ${acceleratorCount} ${accelerator}), ${region}`;
  const spread = estimate.expertParallel ? ', experts spread over the GPUs' : '';
  const engine = `${estimate.engine} ${estimate.engineVersion} with ${estimate.gpuMemoryUtilization} of the GPU memory${spread}`;
  const load =
    `${grouped(estimate.concurrency)} requests in flight of ` +
    `${grouped(estimate.inputTokens)} + ${grouped(estimate.outputTokens)} tokens`;
  const paragraphs: readonly (readonly [string, readonly string[]])[] = [
    ['fits', [fit(estimate), queue(estimate)].flat()],
    ['speed', speed(estimate)],
    ['serves', serves(estimate)],
    ['splits', splits(estimate)],
    ['cost', cost(estimate)],
    ['energy', energy(estimate)],
    ['memory', memory(estimate)],
    ['evidence', [`${estimate.evidence}: ${estimate.evidenceReason}`]],
  ];
  return [
    ...wrap(head, width).map(style.bold),
    ...wrap(load, width),
    ...wrap(engine, width),
    '',
    ...paragraphs.flatMap(([name, lines]) =>
      lines.flatMap((line, i) => hanging((i === 0 ? name : '').padEnd(10), line, width)),
    ),
  ].join('\n');
}

function fit({ fits, limit, kvTokens, kvBytesPerToken, longestContext }: Estimate): readonly string[] {
  const longest =
    longestContext === 0
      ? 'no request fits at all'
      : `the longest request that fits alone has ${grouped(longestContext)} tokens, prompt and answer together`;
  const cache = `the KV cache has space for ${grouped(kvTokens)} tokens, ${grouped(kvBytesPerToken)} bytes each on a GPU`;
  return fits ? [`yes: ${cache}`, longest] : [`no: ${limit ?? 'it does not fit'}`, longest];
}

function queue({ runningRequests, concurrency, queueMs }: Estimate): readonly string[] {
  if (runningRequests === undefined || runningRequests >= concurrency) return [];
  return [
    `only ${figure(runningRequests)} of ${grouped(concurrency)} requests run at a time; a request waits ` +
      `${milliseconds(queueMs ?? 0)} in the queue`,
  ];
}

function speed(estimate: Estimate): readonly string[] {
  const { ttftMs, tpotMs, tokensPerSecond, requestsPerSecond, errorPercent, firstTokenErrorPercent } = estimate;
  if (ttftMs === undefined || tpotMs === undefined || tokensPerSecond === undefined) return [];
  const requests = requestsPerSecond === undefined ? '' : ` (${figure(requestsPerSecond)} requests/s)`;
  return [
    `first token ${milliseconds(ttftMs)} ± ${firstTokenErrorPercent} %, per token ${milliseconds(tpotMs)} ± ${errorPercent} %`,
    `${figure(tokensPerSecond)} tokens/s${requests}`,
  ];
}

function serves({ capacity }: Estimate): readonly string[] {
  if (capacity === undefined) return [];
  const { concurrency, requestsPerSecond, tokensPerSecond, limit } = capacity;
  if (concurrency === 0) return [`no load within the objective: ${limit}`];
  return [
    `up to ${grouped(concurrency)} requests at a time, ${figure(requestsPerSecond)} requests/s and ` +
      `${figure(tokensPerSecond)} tokens/s: ${limit}`,
  ];
}

/** The other splits of the instance, which costs the same with each. */
function splits({ splits: all, tensorParallel }: Estimate): readonly string[] {
  return all
    .filter((split) => split.tensorParallel !== tensorParallel)
    .map((split) => {
      const name = `tensor parallel ${split.tensorParallel}`;
      const { tokensPerSecond, timePerTokenMs, usdPerMillionTokens, carriesLoad } = split;
      if (tokensPerSecond === undefined || timePerTokenMs === undefined) return `${name} does not fit`;
      const price =
        usdPerMillionTokens === undefined ? '' : `, ${cents(usdPerMillionTokens)} per million output tokens`;
      const waits = carriesLoad ? '' : ', and requests wait';
      return `${name}: ${milliseconds(timePerTokenMs)} per token, ${figure(tokensPerSecond)} tokens/s${price}${waits}`;
    });
}

function cost(estimate: Estimate): readonly string[] {
  const { usdPerHour, usdPerMillionTokens, priceStatus, priceAsOf, tensorParallel, acceleratorCount } = estimate;
  const { availability, region } = estimate;
  const unsure = availability === undefined ? '' : `; no source says that ${region} has it`;
  if (usdPerHour === undefined) return ['no price is known'];
  const idle = acceleratorCount - tensorParallel;
  const unused = idle === 0 ? '' : ` (of the whole instance; ${idle} of its GPUs are idle)`;
  return [
    `${cents(usdPerHour)} an hour (${priceStatus}, ${priceAsOf}${unsure})`,
    ...(usdPerMillionTokens === undefined ? [] : [`${cents(usdPerMillionTokens)} per million output tokens${unused}`]),
  ];
}

function energy({ watts, wattsEvidence, gco2ePer1kTokens }: Estimate): readonly string[] {
  return [
    ...(watts === undefined ? [] : [`${figure(watts)} W of GPUs (${wattsEvidence ?? 'unknown'}, host not included)`]),
    ...(gco2ePer1kTokens === undefined
      ? []
      : [`${figure(gco2ePer1kTokens)} gCO2e per 1,000 output tokens (location-based annual average)`]),
  ];
}

function memory({ memory: gib }: Estimate): readonly string[] {
  const parts = [
    [gib.weightsGiB, 'weights'],
    ...(gib.adaptersGiB === 0 ? [] : [[gib.adaptersGiB, 'adapters'] as const]),
    [gib.kvCacheGiB, 'cache'],
    [gib.overheadGiB, 'overhead'],
    [gib.cudaGraphsGiB, 'graphs'],
    [gib.activationGiB, 'activations'],
  ] as const;
  const sum = parts.flatMap(([size, name]) => (size < 0 ? [] : [`${size.toFixed(2)} ${name}`])).join(' + ');
  const room = gib.kvCacheGiB < 0 ? 'is less than' : '=';
  return [`each GPU, in GiB: ${gib.usableGiB.toFixed(2)} usable ${room} ${sum}`];
}
