import type { PerformanceConstants } from '../../lib/plan/performance/performance-constants';
import type { View } from './calibration';
import { calibrate, predictionFor } from './calibration';
import type { Measurement } from './measurements';
import type { Predict } from './statistics';
import { groupBy } from './statistics';

/** Predictions by constants that never saw the group a measurement belongs to. */
export function heldOut(
  measurements: readonly Measurement[],
  groupOf: (measurement: Measurement) => string,
): (view: View) => Predict {
  const byGroup = new Map<string, PerformanceConstants>(
    groupBy(measurements, groupOf).map(([group]) => [
      group,
      calibrate(measurements.filter((measurement) => groupOf(measurement) !== group)),
    ]),
  );
  return (view) => (measurement) => {
    const constants = byGroup.get(groupOf(measurement));
    if (constants === undefined) throw new Error(`no fold leaves out ${groupOf(measurement)}`);
    return predictionFor(measurement, constants, view);
  };
}

/** The model whatever format it is published in. */
export function familyOf({ model }: Measurement): string {
  return model.id.replace(/-FP[48]$/, '');
}

export function deviceOf({ accelerator }: Measurement): string {
  return accelerator.id;
}

export function pairOf(measurement: Measurement): string {
  return `${familyOf(measurement)} on ${deviceOf(measurement)}`;
}
