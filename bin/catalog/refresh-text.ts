import type { PriceList } from '../../lib/cloud/price-lists';
import type { Terminal } from '../terminal/terminal';
import type { PriceChange, Refreshed } from './refresh';

/** Differences as text: changed prices first, the largest change on top. */
export function refreshText({ changed, same, newTypes, notListed }: Refreshed, { style }: Terminal): string {
  const size = ({ percent }: PriceChange): number => Math.abs(percent ?? 0);
  const changes = changed
    .toSorted((a, b) => size(b) - size(a))
    .map((change) => {
      const { service, instanceType, region, old, usdPerHour, percent } = change;
      const before = old === undefined ? 'no price' : `${old.usdPerHour} (${old.priceStatus}, ${old.asOf})`;
      const by = percent === undefined ? '' : `  ${percent > 0 ? '+' : ''}${percent.toFixed(1)} %`;
      return `  ${service} ${instanceType} ${region}  ${before} → ${usdPerHour}${by}`;
    });
  const types = newTypes.map(
    (price) => `  ${price.service} ${price.instanceType} ${price.region}  ${price.usdPerHour}`,
  );
  const gone = notListed.map((offer) => `  ${offer.service} ${offer.instanceType} ${offer.region}`);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines];
  return [
    `${changed.length} changed, ${same} the same, ${newTypes.length} types the catalogue does not have`,
    ...section('changed, US dollars an hour', changes),
    ...section('new types', types),
    ...section('in the catalogue, and not in the list of its region', gone),
  ].join('\n');
}

/** One line for each list. */
export function listLine(list: PriceList, { style }: Terminal): string {
  if (list.ok) return `${list.list}: ${list.prices.length} prices`;
  return `${style.red(list.list)}: not read: ${list.reason}  ${style.dim(`[${list.code}]`)}`;
}
