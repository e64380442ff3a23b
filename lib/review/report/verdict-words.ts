import type { Cloud } from '../../graph';
import type { ChangeKind } from '../change/change';
import { counted } from '../plan-report/amounts';
import { monthlyWords } from './monthly';
import type { Verdict } from './review';
import type { PlaceSummary } from './verdict';

/** A verdict as a reader sees it first. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'Pass',
  attention: 'Needs attention',
  blocked: 'Blocked',
  inconclusive: 'Inconclusive',
};

const kinds: readonly (readonly [ChangeKind, string])[] = [
  ['destroy', 'destroyed'],
  ['replace', 'replaced'],
  ['create', 'created'],
  ['update', 'updated'],
  ['import', 'imported'],
  ['rename', 'renamed'],
];

/** Clouds as a title. */
export const cloudWords: Readonly<Record<Cloud, string>> = {
  aws: 'AWS',
  azure: 'Azure',
  kubernetes: 'Kubernetes',
  other: 'other providers',
};

/** `1 destroyed, 2 updated`, or `no resources`. */
export function changesWords({ changes }: PlaceSummary): string {
  const parts = kinds.flatMap(([kind, word]) => (changes[kind] === 0 ? [] : [`${changes[kind]} ${word}`]));
  return parts.length === 0 ? 'no resources' : parts.join(', ');
}

/** What a place says in one line, without its name. */
export function placeLine(place: PlaceSummary): string {
  const { blocking, warnings, money } = place;
  return [
    ...(blocking === 0 ? [] : [`${blocking} blocking`]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
    changesWords(place),
    monthlyWords(money),
  ].join('; ');
}
