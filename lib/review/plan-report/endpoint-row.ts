import { cents, counted, figure, grouped, marked, milliseconds, usd, withBand } from './amounts';
import type { EndpointNote } from './endpoint-note';
import type { NoteLine, NoteRow } from './note-row';
import { plain } from './note-row';

/** What runs, how fast it is against its objective, what it costs and emits, and what would have been next. */
export function endpointRow(endpoint: EndpointNote): NoteRow {
  const { key, cloud, usdPerMonth } = endpoint;
  return {
    what: `endpoint ${key}`,
    cloud,
    lines: [
      plain(runs(endpoint)),
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
  const peak = performance === undefined || performance.copies <= most ? '' : `, ${performance.copies} carry the peak`;
  return `${count} × ${instanceType.value}, ${service}, ${region}${growth === undefined ? '' : `, ${growth}`}${peak}`;
}

function achieved({ performance }: EndpointNote): readonly NoteLine[] {
  if (performance === undefined) return [{ text: 'no figures', mood: 'quiet' }];
  const { figures, objective, model, dtype, tensorParallel, accelerator } = performance;
  const { timeToFirstTokenMs, timePerOutputTokenMs, errorPercent, firstTokenErrorPercent } = figures;
  return [
    plain(`${model} in ${dtype}, tensor parallel ${tensorParallel} on ${accelerator}`),
    againstObjective('first token', timeToFirstTokenMs, firstTokenErrorPercent, objective.timeToFirstTokenMs),
    againstObjective('per token', timePerOutputTokenMs, errorPercent, objective.timePerOutputTokenMs),
  ];
}

/** A predicted time, its band, and whether the objective holds at the prediction and at the far end of the band. */
export function againstObjective(what: string, ms: number, errorPercent: number, objective?: number): NoteLine {
  const predicted = `${what} ${withBand(ms, errorPercent)}`;
  if (objective === undefined) return plain(`${predicted}, no objective`);
  const limit = milliseconds(objective);
  const far = ms * (1 + errorPercent / 100);
  if (ms > objective) return { text: `${predicted}: misses ${limit}`, mood: 'bad' };
  if (far > objective) return { text: `${predicted}: within ${limit}, the band to ${milliseconds(far)}`, mood: 'warn' };
  return { text: `${predicted}: within ${limit}, whole band`, mood: 'good' };
}

/** Tokens at the peak, and what a token costs in money and carbon where that is known. */
function yields({ performance, cost, energy }: EndpointNote): string {
  const tokens = performance?.figures.tokensPerSecond;
  const perMillion = cost.usdPerMillionTokens;
  const grams = energy?.gramsCo2ePer1kTokens?.value;
  // Where fewer copies run than carry the peak, the month beside it is not the one the price is of.
  const whose = (performance?.copies ?? 0) > cost.instances.value.most ? ' in production' : '';
  return [
    ...(tokens === undefined ? [] : [`${figure(tokens)} tokens/s at peak`]),
    ...(perMillion === undefined ? [] : [`${marked(cents(perMillion.value), perMillion.price)}/Mtok in+out${whose}`]),
    grams === undefined ? 'carbon unknown' : `${figure(grams)} gCO2e/ktok`,
  ].join(' · ');
}

/** Instances of one's own against a price per token. */
function comparisons({ cost }: EndpointNote): readonly NoteLine[] {
  return Object.values(cost.breakEven).map(({ value }) => {
    const { model, cheaper, perTokenUsdPerMillionTokens: perMillion, perTokenUsdPerMonth: month } = value;
    const { perTokenPrice: price } = value;
    if (perMillion === undefined || month === undefined || price === undefined || cheaper === 'unknown')
      return plain(`${model} per token: no price is known`);
    const verdict = { dedicated: 'dearer', 'per-token': 'cheaper', equal: 'as dear' }[cheaper];
    return plain(
      `${model} per token: ${verdict} at this load, ${marked(cents(perMillion), price)}/Mtok, ${marked(usd(month), price)} a month`,
    );
  });
}

/** When the minimum changes, and what the endpoint does when the other cloud fails. */
function changes({ schedule, failover }: EndpointNote): readonly NoteLine[] {
  const scheduled = schedule.map(({ schedule: cron, timeZone, minInstances }) =>
    plain(`at least ${minInstances} from ${cron} ${timeZone}`),
  );
  if (failover === undefined) return scheduled;
  if (!('peakShareAtOnce' in failover))
    return [...scheduled, plain('primary: the other cloud is for when this one fails')];
  const share = Math.round(failover.peakShareAtOnce.value * 100);
  const full = `${grouped(Math.round(failover.secondsUntilFull.value))} s`;
  return [...scheduled, plain(`standby: carries ${share} % of the peak at once, all of it after ${full}`)];
}

/**
 * The alternative a reviewer asks for: what is cheaper if anything is, or else the next dearer one. Of equals the one
 * with the fewest strings attached, which is the one with the shortest reason.
 */
function nextBest({ sizes, performance }: EndpointNote): readonly NoteLine[] {
  const chosen = performance?.usdPerMonth ?? 0;
  const possible = sizes
    .flatMap(({ value, reason, usdPerMonth, price, possible: can }) =>
      can === false || usdPerMonth === undefined ? [] : [{ value, reason, usdPerMonth, price }],
    )
    .toSorted((a, b) => a.usdPerMonth - b.usdPerMonth || a.reason.length - b.reason.length);
  const next = possible.find(({ usdPerMonth }) => Math.abs(usdPerMonth - chosen) > chosen * 0.005);
  const looked = counted(sizes.length, 'size');
  if (next === undefined)
    return [{ text: `${looked} weighed for the peak, none possible at another price`, mood: 'quiet' }];
  const { value, reason, usdPerMonth, price } = next;
  return [
    {
      text: `${looked} weighed for the peak, next: ${value}, ${marked(usd(usdPerMonth), price)}: ${reason}`,
      mood: 'quiet',
    },
  ];
}
