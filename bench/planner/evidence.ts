import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generationOf, modelClass } from '../../lib/plan/performance/model-class';
import type { HeldOutError, MeasuredEvidence, MeasuredGroup } from '../../lib/plan/performance/performance-constants';
import { deviceOf, familyOf, heldOut, pairOf } from './folds';
import type { Measurement } from './measurements';
import type { Predict } from './statistics';
import { groupBy } from './statistics';

/** Four of five rows lie within the error reported. */
const share = 0.8;
/** Groups with fewer rows have too uncertain an error to bound the others. */
const fewestRows = 10;

/** Scores the planner's predictions by constants that never saw what they predict, by class of model and device. */
export function measuredEvidence(all: readonly Measurement[]): MeasuredEvidence {
  const rows = all.filter(({ doubt }) => doubt === undefined);
  const withoutPair = heldOut(rows, pairOf)('planner');
  const groups = groupBy(rows, groupOf).flatMap(([, members]) => groupFrom(members, withoutPair));
  const folds = [heldOut(rows, deviceOf)('planner'), heldOut(rows, familyOf)('planner')];
  const elsewhere = (experts: boolean): Required<HeldOutError> => {
    const kind = rows.filter(({ model }) => (model.moe !== undefined) === experts);
    const same = groups.filter((group) => group.experts === experts && group.rows >= fewestRows);
    const errors = folds.map((predict) => errorOf(kind, predict));
    return {
      timePerTokenPercent: Math.max(...[...errors, ...same].map(({ timePerTokenPercent }) => timePerTokenPercent)),
      firstTokenPercent: Math.max(...[...errors, ...same].map(({ firstTokenPercent = 0 }) => firstTokenPercent)),
    };
  };
  return { groups, unmeasured: { dense: elsewhere(false), experts: elsewhere(true) } };
}

/** Writes `lib/plan/performance/calibrated-evidence.ts`. */
export function writeEvidence(measurements: readonly Measurement[]): void {
  const { groups, unmeasured } = measuredEvidence(measurements);
  const line = (value: object): string =>
    `{ ${Object.entries(value)
      .map(([name, cell]: [string, unknown]) => `${name}: ${typeof cell === 'string' ? `'${cell}'` : String(cell)}`)
      .join(', ')} }`;
  const text = `import type { MeasuredEvidence } from './performance-constants';

/**
 * Written by bench/planner/calibrate.ts; do not edit. Errors are those four of five predictions stay within, by constants
 * refitted without the model and device a row is about (groups), or without its device or its model (unmeasured).
 */
export const evidence: MeasuredEvidence = {
  // prettier-ignore
  groups: [
${groups.map((group) => `    ${line(group)},`).join('\n')}
  ],
  unmeasured: {
    dense: ${line(unmeasured.dense)},
    experts: ${line(unmeasured.experts)},
  },
};
`;
  writeFileSync(resolve(__dirname, '../../lib/plan/performance/calibrated-evidence.ts'), text);
}

function groupOf({ accelerator, model, dtype }: Measurement): string {
  const { experts, format, attention } = modelClass(model, dtype);
  return `${accelerator.id} ${experts ? 'experts' : 'dense'} ${format} ${attention}`;
}

function groupFrom(members: readonly Measurement[], predict: Predict): readonly MeasuredGroup[] {
  const first = members[0];
  const rows = members.filter(({ metric }) => metric === 'tpot').length;
  if (first === undefined || rows === 0) return [];
  const { experts, format, attention } = modelClass(first.model, first.dtype);
  return [
    {
      accelerator: first.accelerator.id,
      generation: generationOf(first.accelerator),
      experts,
      format,
      attention,
      rows,
      models: new Set(members.map(familyOf)).size,
      ...errorOf(members, predict),
    },
  ];
}

function errorOf(rows: readonly Measurement[], predict: Predict): HeldOutError {
  const within = (metric: Measurement['metric']): number | undefined => {
    const errors = rows
      .filter((row) => row.metric === metric)
      .map((row) => Math.abs(predict(row) / row.value - 1) * 100)
      .toSorted((a, b) => a - b);
    const at = errors[Math.ceil(share * errors.length) - 1];
    return at === undefined ? undefined : Number(at.toFixed(1));
  };
  const first = within('ttft');
  return { timePerTokenPercent: within('tpot') ?? 0, ...(first === undefined ? {} : { firstTokenPercent: first }) };
}
