import { keyOf } from '../change/resource-key';
import type { Concern } from '../report/review';
import { changedInReviewTerms, inReviewTerms } from '../terms';
import { byHand } from './by-hand';
import { capacity } from './capacity';
import { carbon } from './carbon';
import type { ChangedResource, ConcernDraft, ConcernFamily, ConcernInput } from './concern';
import { dataLoss } from './data-loss';
import { encryption } from './encryption';
import { evaluation } from './evaluation';
import { exposure } from './exposure';
import { guardrail } from './guardrail';
import { isolation } from './isolation';
import { logging } from './logging';
import { model } from './model';
import { parity } from './parity';
import { prompt } from './prompt';
import { quota } from './quota';
import { reindex } from './reindex';
import { residency } from './residency';
import { rights } from './rights';
import { tokens } from './tokens';

/** Every family of concerns, by file name. */
const families: readonly ConcernFamily[] = [
  byHand,
  capacity,
  carbon,
  dataLoss,
  encryption,
  evaluation,
  exposure,
  guardrail,
  isolation,
  logging,
  model,
  parity,
  prompt,
  quota,
  reindex,
  residency,
  rights,
  tokens,
];

const levels: readonly Concern['level'][] = ['block', 'warning', 'note'];

/**
 * What a reviewer has to know about a change: blocking first, then by environment, cloud, address and path. Families read every
 * resource in the terms of CloudFormation or azure-native; the paths of concerns are those of the resource itself.
 */
export function concernsOf(input: ConcernInput, asked: readonly ConcernFamily[] = families): readonly Concern[] {
  const changed = input.changed.map(changedInReviewTerms);
  const telling = changed.filter(({ change }) => change.noise === undefined);
  const [base, next] = [input.base.map(inReviewTerms), input.next.map(inReviewTerms)];
  const paths = new Map([...base, ...next].map(({ node, pathOf }) => [keyOf(node), pathOf]));
  const graphs = { base: base.map(({ node }) => node), next: next.map(({ node }) => node) };
  return asked
    .flatMap((family) => [
      ...telling.flatMap((one) =>
        (family.ofChange?.(one, input.context) ?? []).map((draft) => withPlace(draft, one, one.pathOf(draft.path))),
      ),
      ...(family.ofGraphs?.({ ...input, ...graphs, changed }) ?? []).map((concern) => ({
        ...concern,
        path: paths.get(keyOf(concern))?.(concern.path) ?? concern.path,
      })),
    ])
    .toSorted(inOrder);
}

function withPlace(draft: ConcernDraft, { change }: ChangedResource, path: string): Concern {
  const { environment, cloud, address, place } = change;
  return { ...draft, path, environment, cloud, address, ...(place === undefined ? {} : { place }) };
}

function inOrder(a: Concern, b: Concern): number {
  const level = levels.indexOf(a.level) - levels.indexOf(b.level);
  if (level !== 0) return level;
  const [left, right] = [orderOf(a), orderOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function orderOf({ environment, cloud, address, path, code }: Concern): string {
  return [environment, cloud, address, path, code].join('\n');
}
