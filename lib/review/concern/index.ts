import type { Concern } from '../report/review';
import { byHand } from './by-hand';
import { capacity } from './capacity';
import type { ChangedResource, ConcernDraft, ConcernFamily, ConcernInput } from './concern';
import { dataLoss } from './data-loss';
import { encryption } from './encryption';
import { evaluation } from './evaluation';
import { exposure } from './exposure';
import { guardrail } from './guardrail';
import { isolation } from './isolation';
import { logging } from './logging';
import { model } from './model';
import { prompt } from './prompt';
import { reindex } from './reindex';
import { residency } from './residency';
import { rights } from './rights';
import { tokens } from './tokens';

/** Every family of concerns, by file name. */
const families: readonly ConcernFamily[] = [
  byHand,
  capacity,
  dataLoss,
  encryption,
  evaluation,
  exposure,
  guardrail,
  isolation,
  logging,
  model,
  prompt,
  reindex,
  residency,
  rights,
  tokens,
];

const levels: readonly Concern['level'][] = ['block', 'warning', 'note'];

/** What a reviewer has to know about a change: blocking first, then by environment, cloud, address and path. */
export function concernsOf(input: ConcernInput, asked: readonly ConcernFamily[] = families): readonly Concern[] {
  const telling = input.changed.filter(({ change }) => change.noise === undefined);
  return asked
    .flatMap((family) => [
      ...telling.flatMap((changed) =>
        (family.ofChange?.(changed, input.context) ?? []).map((draft) => withPlace(draft, changed)),
      ),
      ...(family.ofGraphs?.(input) ?? []),
    ])
    .toSorted(inOrder);
}

function withPlace(draft: ConcernDraft, { change }: ChangedResource): Concern {
  const { environment, cloud, address, place } = change;
  return { ...draft, environment, cloud, address, ...(place === undefined ? {} : { place }) };
}

function inOrder(a: Concern, b: Concern): number {
  const level = levels.indexOf(a.level) - levels.indexOf(b.level);
  if (level !== 0) return level;
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function keyOf({ environment, cloud, address, path, code }: Concern): string {
  return [environment, cloud, address, path, code].join('\n');
}
