import { figure, grouped, usd } from '../plan-report/amounts';
import { where } from './concern-rows';
import { deltaWords } from './monthly';
import type { MoneyDelta, MoneyRate, RatePrice } from './review';
import type { Row } from './section';

/** Deltas as rows, the largest first, those without a price last. */
export function moneyRows(deltas: readonly MoneyDelta[]): readonly Row[] {
  return deltas.toSorted((a, b) => size(b) - size(a)).map(moneyRow);
}

/** What has no price sorts behind everything that has one. */
function size({ before = 0, after = 0, unknown }: MoneyDelta): number {
  return unknown === undefined ? Math.abs(after - before) : -1;
}

function moneyRow(delta: MoneyDelta): Row {
  const { before, after, inputs, rates, unknown } = delta;
  const type = whatOf(delta);
  if (unknown !== undefined)
    return { tone: 'warn', where: where(delta), text: `${type} has no price: ${unknown}`, lines: [] };
  if (rates !== undefined && before === undefined && after === undefined) return rateRow(delta, rates);
  const sides = `${before === undefined ? 'nothing' : usd(before)} before, ${after === undefined ? 'nothing' : usd(after)} after`;
  return {
    tone: (after ?? 0) > (before ?? 0) ? 'warn' : 'quiet',
    where: where(delta),
    text: `${type}: ${deltaWords(before ?? 0, after ?? 0, inputs?.estimated)}`,
    lines: [sides, ...(inputs === undefined ? [] : [inputWords(inputs)]), ...(rates ?? []).map(rateWords)],
  };
}

/** The type, and the former address of what is moved. */
function whatOf({ type, from }: MoneyDelta): string {
  return from === undefined ? type : `${type}, moved from ${from}`;
}

function inputWords({
  region,
  item,
  count,
  hours,
  unitPrice,
  asOf,
  source,
  estimated,
}: NonNullable<MoneyDelta['inputs']>): string {
  const time = hours === undefined ? '' : ` x ${grouped(hours)} h`;
  return `${grouped(count)} x ${item} in ${region}${time} at $${figure(unitPrice)}, ${source}, ${asOf}${estimated === true ? ', estimated' : ''}`;
}

/** A resource that is billed by use on both sides that it has: the price of a unit is known, a month is not. */
function rateRow(delta: MoneyDelta, rates: readonly MoneyRate[]): Row {
  const dearer = rates.some(({ before, after }) => (after?.usd ?? 0) > (before?.usd ?? 0));
  return {
    tone: dearer ? 'warn' : 'quiet',
    where: where(delta),
    text: `${whatOf(delta)}: billed by use, so a month has no figure`,
    lines: rates.map(rateWords),
  };
}

function rateWords({ unit, before, after }: MoneyRate): string {
  const side = (price: RatePrice | undefined): string =>
    price === undefined ? 'nothing' : `$${figure(price.usd)} (${price.item})`;
  const shown = after ?? before;
  const from =
    shown === undefined
      ? ''
      : `, in ${shown.region}, ${shown.source}, ${shown.asOf}${shown.estimated === true ? ', estimated' : ''}`;
  return `a unit of ${unit}: ${side(before)} before, ${side(after)} after${from}`;
}
