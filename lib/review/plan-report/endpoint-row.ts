import { cents, counted, figure, grouped, marked, milliseconds, usd, withBand } from './amounts';
import type { EndpointNote } from './endpoint-note';
import type { NoteLine, NoteRow } from './note-row';
import { plain } from './note-row';

/** What runs, how fast it is against its objective, what it costs and emits, and the next alternative. */
export function endpointRow(endpoint: EndpointNote): NoteRow {
  const { key, cloud, usdPerMonth } = endpoint;
  return {
    what: `endpoint ${key}`,
    cloud,
    lines: [
      plain(runs(endpoint)),
      ...served(endpoint),
      ...achieved(endpoint),
      plain(yields(endpoint)),
      ...comparisons(endpoint),
      ...changes(endpoint),
      ...nextBest(endpoint),
    ],
    price: { kind: 'priced', usdPerMonth: usdPerMonth.value, price: usdPerMonth.price },
    because: endpoint.arguments.flatMap(({ because }) => because),
  };
}

function runs({ cost, instanceType, service, region, growth, performance }: EndpointNote): string {
  const { least, most } = cost.instances.value;
  const count = least === most ? String(least) : `${least} to ${most}`;
  const peak = performance === undefined || performance.copies <= most ? '' : ` (${performance.copies} needed at peak)`;
  return `${count} × ${instanceType.value}${peak}, ${service}, ${region}${growth === undefined ? '' : `, ${growth}`}`;
}

/** How Azure serves, and the adapters that are loaded. */
function served({ servedBy, performance }: EndpointNote): readonly NoteLine[] {
  const adapters = (performance?.adapters ?? []).map(({ name, rank }) => `${name} (rank ${rank})`);
  return [
    ...(servedBy === undefined ? [] : [plain(servedBy)]),
    ...(adapters.length === 0 ? [] : [plain(`LoRA adapters: ${adapters.join(', ')}`)]),
  ];
}

function achieved({ performance }: EndpointNote): readonly NoteLine[] {
  if (performance === undefined) return [{ text: 'no figures', tone: 'quiet' }];
  const { figures, objective, model, dtype, tensorParallel, accelerator } = performance;
  const { timeToFirstTokenMs, timePerOutputTokenMs, errorPercent, firstTokenErrorPercent } = figures;
  return [
    plain(`${model} in ${dtype}, tensor parallel ${tensorParallel} on ${accelerator}`),
    againstObjective('first token', timeToFirstTokenMs, firstTokenErrorPercent, objective.timeToFirstTokenMs),
    againstObjective('per token', timePerOutputTokenMs, errorPercent, objective.timePerOutputTokenMs),
  ];
}

/** A predicted time with its band, and whether the prediction and the upper end of the band meet the objective. */
export function againstObjective(what: string, ms: number, errorPercent: number, objective?: number): NoteLine {
  const predicted = `${what} ${withBand(ms, errorPercent)}`;
  if (objective === undefined) return plain(`${predicted}, no objective`);
  const limit = milliseconds(objective);
  const far = ms * (1 + errorPercent / 100);
  if (ms > objective) return { text: `${predicted}: misses ${limit}`, tone: 'bad' };
  if (far > objective)
    return { text: `${predicted}: within ${limit} (band ends at ${milliseconds(far)})`, tone: 'warn' };
  return { text: `${predicted}: within ${limit} (whole band)`, tone: 'good' };
}

/** Tokens a second at the peak, and the costs and emissions of tokens where they are known. */
function yields({ performance, cost, energy }: EndpointNote): string {
  const tokens = performance?.figures.tokensPerSecond;
  const perMillion = cost.usdPerMillionTokens;
  const grams = energy?.gramsCo2ePer1kTokens?.value;
  // Where fewer copies run than the peak needs, the price per token is that of production, not of this month.
  const whose = (performance?.copies ?? 0) > cost.instances.value.most ? ' in production' : '';
  return [
    ...(tokens === undefined ? [] : [`${figure(tokens)} tokens/s at peak`]),
    ...(perMillion === undefined ? [] : [`${marked(cents(perMillion.value), perMillion.price)}/Mtok in+out${whose}`]),
    grams === undefined ? 'carbon unknown' : `${figure(grams)} gCO2e/ktok`,
  ].join(' · ');
}

/** Comparisons with models that are billed per token. */
function comparisons({ cost }: EndpointNote): readonly NoteLine[] {
  return Object.values(cost.breakEven).map(({ value }) => {
    const { model, cheaper, perTokenUsdPerMillionTokens: perMillion, perTokenUsdPerMonth: month } = value;
    const { perTokenPrice: price } = value;
    if (perMillion === undefined || month === undefined || price === undefined || cheaper === 'unknown')
      return plain(`${model} per token: no price is known`);
    const result = { dedicated: 'more expensive', 'per-token': 'cheaper', equal: 'the same price' }[cheaper];
    return plain(
      `${model} per token: ${result} at this load, ${marked(cents(perMillion), price)}/Mtok, ${marked(usd(month), price)} a month`,
    );
  });
}

/** Hours at which the minimum changes, and the role in a failover. */
function changes({ schedule, failover }: EndpointNote): readonly NoteLine[] {
  const scheduled = schedule.map(({ schedule: cron, timeZone, minInstances }) =>
    plain(`at least ${minInstances} from ${cron} ${timeZone}`),
  );
  if (failover === undefined) return scheduled;
  if (!('peakShareAtOnce' in failover)) return [...scheduled, plain('primary; the other cloud is the standby')];
  const share = Math.round(failover.peakShareAtOnce.value * 100);
  const full = `${grouped(Math.round(failover.secondsUntilFull.value))} s`;
  return [...scheduled, plain(`standby: serves ${share} % of the peak at once, the whole peak after ${full}`)];
}

/**
 * The next alternative: the cheapest possible size at another price. Of sizes at the same price, the one with the shortest
 * reason, which has the fewest conditions.
 */
function nextBest({ sizes, performance }: EndpointNote): readonly NoteLine[] {
  const chosen = performance?.usdPerMonth ?? 0;
  const possible = sizes
    .flatMap(({ value, reason, usdPerMonth, price, possible: can }) =>
      can === false || usdPerMonth === undefined ? [] : [{ value, reason, usdPerMonth, price }],
    )
    .toSorted((a, b) => a.usdPerMonth - b.usdPerMonth || a.reason.length - b.reason.length);
  const next = possible.find(({ usdPerMonth }) => Math.abs(usdPerMonth - chosen) > chosen * 0.005);
  const compared = counted(sizes.length, 'size');
  if (next === undefined)
    return [{ text: `${compared} compared for the peak, none possible at another price`, tone: 'quiet' }];
  const { value, reason, usdPerMonth, price } = next;
  return [
    {
      text: `${compared} compared for the peak, next: ${value}, ${marked(usd(usdPerMonth), price)}: ${reason}`,
      tone: 'quiet',
    },
  ];
}
