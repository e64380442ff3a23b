import type { PropertyValue } from '../../graph';
import type { ChangeKind, NoiseReason, PropertyChange, ResourceChange } from '../change/change';
import { counted } from '../plan-report/amounts';
import { where } from './concern-rows';
import { placeWords } from './place-words';
import type { Row, RowTone } from './section';
import { shortAddress } from './short-address';

/** Longest value in characters that is written in a line. */
const longestValue = 80;
/** Properties of a change that are listed; the others are counted. */
const mostProperties = 8;

/** What a change does, most harmful first. */
const ranks: Readonly<Record<ChangeKind, number>> = {
  destroy: 0,
  replace: 1,
  create: 2,
  update: 3,
  import: 4,
  rename: 5,
};

/** Changes that a person has to read, most harmful first. Those that are noise alone are left out: `noiseWords` counts them. */
export function changeRows(changes: readonly ResourceChange[]): readonly Row[] {
  return changes
    .filter((change) => !isNoise(change))
    .toSorted((a, b) => Number(b.losesData) - Number(a.losesData) || ranks[a.kind] - ranks[b.kind])
    .map(changeRow);
}

/** An update in which nothing but noise differs, or a version of which only the hash does. */
function isNoise({ kind, noise, properties }: ResourceChange): boolean {
  if (noise !== undefined) return true;
  return kind === 'update' && properties.length > 0 && properties.every((property) => property.noise !== undefined);
}

function changeRow(change: ResourceChange): Row {
  const { kind, type, from, causes, certain, downstreamOf = [], losesData, properties, place } = change;
  const verb = kind === 'replace' && certain === false ? 'may be replaced' : verbs[kind];
  const told = properties.filter(({ noise }) => noise === undefined);
  return {
    tone: toneOf(change),
    where: where(change),
    text: `${type} ${verb}${losesData ? ', and its data is lost' : ''}`,
    lines: [
      ...(causes.length === 0 ? [] : [`Because of ${causes.join(', ')}`]),
      ...(downstreamOf.length === 0
        ? []
        : [`Follows from the replacement of ${downstreamOf.map(shortAddress).join(', ')}`]),
      ...(from === undefined ? [] : [`Was ${shortAddress(from)}`]),
      ...told.slice(0, mostProperties).map(propertyWords),
      ...(told.length > mostProperties
        ? [`And ${counted(told.length - mostProperties, 'more property', 'more properties')}`]
        : []),
      ...placeWords(place),
    ],
  };
}

const verbs: Readonly<Record<ChangeKind, string>> = {
  create: 'is created',
  update: 'is updated',
  replace: 'is replaced',
  destroy: 'is destroyed',
  import: 'is imported',
  rename: 'has another address',
};

function toneOf({ kind, losesData }: ResourceChange): RowTone {
  if (losesData) return 'bad';
  return kind === 'replace' || kind === 'destroy' ? 'warn' : 'quiet';
}

function propertyWords({ path, before, after }: PropertyChange): string {
  // It follows from another resource, and its value is not known before.
  if (before === undefined && after === undefined) return `${path} gets the value of what is replaced`;
  if (before === undefined) return `${path} is set to ${short(after)}`;
  if (after === undefined) return `${path} is removed, was ${short(before)}`;
  return `${path} changes from ${short(before)} to ${short(after)}`;
}

function short(value: PropertyValue | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

const noises: Readonly<Record<NoiseReason, string>> = {
  hash: 'with another hash of content and nothing else',
  order: 'with another order of a set and nothing else',
  filled: 'with a value that the provider fills in',
  spelling: 'with another spelling of the same value',
};

/** Counts of the properties that were left out as noise, by reason. */
export function noiseWords(changes: readonly ResourceChange[]): readonly string[] {
  const found = changes.flatMap(({ properties }) => properties.flatMap(({ noise }) => noise ?? []));
  return (Object.keys(noises) as readonly NoiseReason[]).flatMap((reason) => {
    const count = found.filter((noise) => noise === reason).length;
    return count === 0 ? [] : [`${counted(count, 'property', 'properties')} ${noises[reason]}`];
  });
}
