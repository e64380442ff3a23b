import type { PropertyValue } from '../../graph';
import type { ChangeKind, PropertyChange, ResourceChange } from '../change/change';
import { counted, figure, usd } from '../plan-report/amounts';
import { monthly } from './monthly';
import type { Concern, MoneyDelta, RatePrice, Review } from './review';
import { shortAddress } from './short-address';
import { placesOf, verdictOver } from './verdict';

/** How a text report is written. */
export interface TextStyle {
  /** Paints a verdict or level. @default - plain */
  readonly paint?: (level: string, text: string) => string;
  /** Longest text of a value, in characters. @default 60 */
  readonly valueLength?: number;
}

/** Kinds in the order of what a reviewer has to see first. */
const kinds: readonly ChangeKind[] = ['replace', 'destroy', 'rename', 'import', 'update', 'create'];
/** Properties of one change that are listed; the others are counted. */
const listed = 3;

/**
 * A review as lines for a terminal: verdicts, money, concerns and new findings first, then each change with its causes, then
 * decisions and what was not checked. Noise is counted.
 */
export function reviewText(review: Review, style: TextStyle = {}): readonly string[] {
  const shown = review.changes.filter(({ noise }) => noise === undefined);
  return [
    `${review.base} → ${review.next} (${review.live === true ? 'live state read' : 'offline'})`,
    ...verdictLines(review, style),
    ...moneyLines(review.money),
    ...concernLines(review.concerns, style),
    ...findingLines(review, style),
    ...kinds.flatMap((kind) =>
      changeLines(
        shown.filter((change) => change.kind === kind),
        style,
      ),
    ),
    ...decisionLines(review, style),
    ...noiseLines(review),
    ...review.unverified.map((text) => `unverified ${text}`),
  ];
}

function paint({ paint: painter }: TextStyle, level: string, text: string): string {
  return painter === undefined ? text : painter(level, text);
}

function verdictLines(review: Review, style: TextStyle): readonly string[] {
  const places = placesOf(review);
  if (places.length === 0) {
    const verdict = verdictOver(review);
    return [`${paint(style, verdict, verdict)}: no changes`];
  }
  return places.map(({ verdict, environment, cloud, changes }) => {
    const counts = kinds.flatMap((kind) => (changes[kind] === 0 ? [] : [`${changes[kind]} ${kind}`]));
    const words = counts.length === 0 ? 'no changes' : counts.join(', ');
    return `${paint(style, verdict, verdict.padEnd(10))} ${environment} ${cloud}: ${words}`;
  });
}

function moneyLines(money: readonly MoneyDelta[]): readonly string[] {
  const environments = [...new Set(money.map(({ environment }) => environment))];
  return environments.flatMap((environment) => {
    const all = money.filter((delta) => delta.environment === environment);
    const known = all.filter((delta) => delta.before !== undefined || delta.after !== undefined);
    const used = all.filter(({ rates }) => rates !== undefined);
    const unknown = all.filter((delta) => delta.unknown !== undefined);
    const total = monthly(all);
    const difference = total.after - total.before;
    const estimated = total.estimated ? ' (partly estimated)' : '';
    const largest = known
      .toSorted((a, b) => Math.abs(step(b)) - Math.abs(step(a)))
      .slice(0, listed)
      .map(
        (delta) => `${shortAddress(delta.address)} ${amount(delta.before)} → ${amount(delta.after)}${itemOf(delta)}`,
      );
    return [
      `money      ${environment}: ${signed(difference)} a month known${estimated}${largest.length === 0 ? '' : `: ${largest.join('; ')}`}`,
      ...(used.length === 0 ? [] : [`           by use: ${used.map(usedWords).join(', ')}`]),
      ...(unknown.length === 0
        ? []
        : [
            `           no price: ${unknown.map(({ address, unknown: why }) => `${shortAddress(address)} (${why ?? ''})`).join(', ')}`,
          ]),
    ];
  });
}

/** Prices of units, `gpt-4o on GlobalStandard $2.5 → gpt-4.1 on GlobalStandard $2 per million input tokens`. */
function usedWords({ address, rates = [] }: MoneyDelta): string {
  const side = (price: RatePrice | undefined): string =>
    price === undefined ? 'nothing' : `${price.item} $${figure(price.usd)}`;
  const words = rates.map(({ unit, before, after }) => `${side(before)} → ${side(after)} a unit of ${unit}`);
  return `${shortAddress(address)} (${words.join('; ')})`;
}

function step({ before = 0, after = 0 }: MoneyDelta): number {
  return after - before;
}

function amount(value: number | undefined): string {
  return value === undefined ? 'nothing' : usd(value);
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${usd(Math.abs(value))}`;
}

function itemOf({ inputs }: MoneyDelta): string {
  return inputs === undefined ? '' : ` (${Number(inputs.count.toFixed(2))} × ${inputs.item}, prices of ${inputs.asOf})`;
}

function concernLines(concerns: readonly Concern[], style: TextStyle): readonly string[] {
  return concerns.flatMap((concern) => {
    const { level, environment, cloud, address, path, message, before, after, fix, accepted, code } = concern;
    const mark = accepted === undefined ? level : 'accepted';
    const where = [environment, cloud, shortAddress(address), path].filter((part) => part !== '').join(' ');
    const sides =
      before === undefined && after === undefined ? '' : ` (${before ?? 'nothing'} → ${after ?? 'nothing'})`;
    const reason =
      accepted === undefined ? '' : ` · accepted by ${accepted.owner} until ${accepted.until}: ${accepted.reason}`;
    const line = `${paint(style, mark, mark.padEnd(10))} ${where}: ${message}${sides}${reason}  [${code}]`;
    return level === 'block' && accepted === undefined ? [line, `           fix  ${fix}`] : [line];
  });
}

function findingLines({ findings }: Review, style: TextStyle): readonly string[] {
  return findings.added.map(({ severity, environment, cloud, address, path, message, rule }) => {
    const where = [environment, cloud, shortAddress(address), path].filter((part) => part !== '').join(' ');
    return `${paint(style, severity, `new ${severity}`.padEnd(10))} ${where}: ${message}  [${rule}]`;
  });
}

function changeLines(changes: readonly ResourceChange[], style: TextStyle): readonly string[] {
  return changes.map((change) => {
    const { kind, environment, cloud, address, type, from, certain, losesData } = change;
    const verb = certain === false ? `${kind}?` : kind;
    const where = `${environment} ${cloud} ${shortAddress(address)}`;
    const facts = [
      ...(from === undefined ? [] : [`was ${shortAddress(from)}`]),
      ...(losesData ? ['loses its data'] : []),
      ...causeTexts(change, style),
      ...(change.downstreamOf ?? []).map((cause) => `follows ${shortAddress(cause)}`),
    ];
    return `${paint(style, kind, verb.padEnd(10))} ${where} ${type}${facts.length === 0 ? '' : `: ${facts.join('; ')}`}`;
  });
}

/** The properties that say why: causes of a replacement, else what differs. */
function causeTexts({ properties, causes }: ResourceChange, style: TextStyle): readonly string[] {
  const telling = properties.filter(({ noise }) => noise === undefined);
  const causing = causes.length === 0 ? telling : telling.filter(({ path }) => causes.includes(path));
  const shown = causing.slice(0, listed).map((property) => propertyText(property, style));
  const more = causing.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])];
}

function propertyText({ path, before, after }: PropertyChange, style: TextStyle): string {
  if (before === undefined && after === undefined) return path;
  if (before === undefined) return `${path} + ${valueText(after, style)}`;
  if (after === undefined) return `${path} - ${valueText(before, style)}`;
  return `${path} ${valueText(before, style)} → ${valueText(after, style)}`;
}

/** A value in one line, cut in the middle where it is long. */
function valueText(value: PropertyValue | undefined, { valueLength = 60 }: TextStyle = {}): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value ?? null)).replace(/\s+/g, ' ');
  if (text.length <= valueLength) return text;
  const half = Math.floor((valueLength - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}

function decisionLines({ decisions }: Review, style: TextStyle): readonly string[] {
  return decisions.map(({ environment, path, before, after, reasons }) => {
    const [reason] = reasons;
    const why = reason === undefined ? '' : `: ${reason}`;
    return `decision   ${environment} ${path} ${valueText(before ?? 'nothing', style)} → ${valueText(after ?? 'nothing', style)}${why}`;
  });
}

function noiseLines({ changes, findings }: Review): readonly string[] {
  const reasons = new Map<string, number>();
  for (const { properties, noise } of changes) {
    const found =
      noise !== undefined && properties.length === 0 ? [noise] : properties.flatMap((each) => each.noise ?? []);
    for (const reason of found) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const folded = [...reasons]
    .toSorted()
    .map(([reason, count]) => `${counted(count, 'property', 'properties')} by ${reason}`);
  const resources = changes.filter(({ noise }) => noise !== undefined).length;
  return [
    ...(folded.length === 0
      ? []
      : [`folded     ${counted(resources, 'resource')} without another change; ${folded.join(', ')}`]),
    ...(findings.removed.length === 0
      ? []
      : [`findings   ${counted(findings.removed.length, 'finding')} gone, ${findings.unchanged} unchanged`]),
  ];
}
