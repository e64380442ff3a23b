import type { EndpointPerformance } from '../../plan';
import { cents, counted, figure, milliseconds, usd } from './amounts';
import type { EndpointNote } from './endpoint-note';
import type { NoteLine, NoteRow } from './note-row';
import { plain } from './note-row';

/** Average hours in a month, as both clouds price it. */
const secondsPerMonth = 730 * 3600;

/** What runs, how fast it is against its objective, what it yields, and what would have been next. */
export function endpointRow(endpoint: EndpointNote): NoteRow {
  const { key, cloud, running, instanceType, service, region, growth, performance, usdPerMonth } = endpoint;
  return {
    what: `endpoint ${key}`,
    cloud,
    lines: [
      plain(
        `${running} × ${instanceType.value} on ${service} in ${region}${growth === undefined ? '' : `, ${growth}`}`,
      ),
      ...(performance === undefined ? [{ text: 'no figures', mood: 'quiet' } as const] : achieved(performance)),
      ...nextBest(endpoint),
      ...scaledDown(endpoint),
    ],
    price: { kind: 'known', usdPerMonth: usdPerMonth.value },
    because: endpoint.arguments.flatMap(({ because }) => because),
  };
}

function achieved(performance: EndpointPerformance): readonly NoteLine[] {
  const { figures, objective, model, dtype, tensorParallel, accelerator } = performance;
  const { timeToFirstTokenMs, timePerOutputTokenMs, errorPercent = 0 } = figures;
  const { firstTokenErrorPercent = errorPercent } = figures;
  return [
    plain(`${model} in ${dtype}, tensor parallel ${tensorParallel} on ${accelerator}`),
    ...(timeToFirstTokenMs === undefined
      ? []
      : [againstObjective('first token', timeToFirstTokenMs, firstTokenErrorPercent, objective.timeToFirstTokenMs)]),
    ...(timePerOutputTokenMs === undefined
      ? []
      : [againstObjective('per token', timePerOutputTokenMs, errorPercent, objective.timePerOutputTokenMs)]),
    plain(yields(performance)),
  ];
}

/** A predicted time, its band, and whether the objective holds at the prediction and at the far end of the band. */
export function againstObjective(what: string, ms: number, errorPercent: number, objective?: number): NoteLine {
  const predicted = `${what} ${milliseconds(ms)} ± ${errorPercent} %`;
  if (objective === undefined) return plain(`${predicted}, no objective`);
  const limit = milliseconds(objective);
  const far = ms * (1 + errorPercent / 100);
  if (ms > objective) return { text: `${predicted}: misses ${limit}`, mood: 'bad' };
  if (far > objective) return { text: `${predicted}: within ${limit}, the band to ${milliseconds(far)}`, mood: 'warn' };
  return { text: `${predicted}: within ${limit}, whole band`, mood: 'good' };
}

/** Tokens, and what a token costs in money and carbon where that can be told. */
function yields({ figures, usdPerMonth }: EndpointPerformance): string {
  const { tokensPerSecond, gramsCo2ePer1kTokens } = figures;
  return [
    ...(tokensPerSecond === undefined
      ? ['throughput unknown']
      : [
          `${figure(tokensPerSecond)} tokens/s at the peak`,
          `${cents((usdPerMonth / (tokensPerSecond * secondsPerMonth)) * 1e6)}/Mtok`,
        ]),
    gramsCo2ePer1kTokens === undefined ? 'carbon unknown' : `${figure(gramsCo2ePer1kTokens)} gCO2e/ktok`,
  ].join(' · ');
}

function nextBest({ alternatives }: EndpointNote): readonly NoteLine[] {
  const next = alternatives.find(({ possible }) => possible !== false);
  if (next === undefined) return [];
  const price = next.usdPerMonth === undefined ? '' : ` at ${usd(next.usdPerMonth)}`;
  return [{ text: `next: ${next.value}${price}: ${next.reason}`, mood: 'quiet' }];
}

/** Below production fewer copies run than the figures speak of. */
function scaledDown({ performance, running }: EndpointNote): readonly NoteLine[] {
  if (performance === undefined || performance.copies === running) return [];
  const copies = counted(performance.copies, 'copy', 'copies');
  return [{ text: `speed, $/Mtok and next are those of the ${copies} that carry the peak`, mood: 'quiet' }];
}
