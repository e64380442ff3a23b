import type { ConcernDraft, ConcernFamily } from './concern';

/** Names of places that decide what passes an evaluation. */
const judging = /judge|evaluat|groundedness|scorer|passRate|pass_rate|qualityGate/i;

/** Judges, metrics and thresholds of evaluations that differ: scores before and after cannot be compared. */
export const evaluation: ConcernFamily = {
  ofChange({ change }): readonly ConcernDraft[] {
    if (change.kind === 'create' || change.kind === 'destroy') return [];
    const judge = judging.test(change.address.slice(change.address.lastIndexOf('/') + 1));
    return change.properties
      .filter(({ path, noise }) => noise === undefined && (judging.test(path) || (judge && settings.test(path))))
      .map(({ path, before, after }) => ({
        code: 'EvaluationChanged',
        level: 'warning',
        path,
        message: 'an evaluation judges by something else: its scores cannot be compared with former ones',
        ...(before === undefined ? {} : { before: JSON.stringify(before) }),
        ...(after === undefined ? {} : { after: JSON.stringify(after) }),
        fix: 'evaluate the former release with the new settings too',
      }));
  },
};

/** Settings of a resource that judges. */
const settings = /model|threshold|metric|prompt|temperature|version/i;
