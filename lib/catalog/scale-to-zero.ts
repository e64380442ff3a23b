import type { ScaleToZeroRow } from './row-types';
import { scaleToZero } from './rows/scale-to-zero';

/** What is known of scale to zero in an AWS region. Undefined where nothing is: unknown never means no. */
export function scaleToZeroIn(region: string): ScaleToZeroRow | undefined {
  return scaleToZero.find((row) => row.region === region);
}
