import type { InstanceOffer } from '../../catalog';

/**
 * Dollars an hour of that many instances, reserved ones first; undefined when the offer has no price.
 *
 * @param offer - `reserved` instances cost what the reservation still charges, which is 0 when it was paid at once
 */
export function usdPerHourOf(
  { usdPerHour, reserved }: Pick<InstanceOffer, 'usdPerHour' | 'reserved'>,
  instances: number,
): number | undefined {
  if (usdPerHour === undefined) return undefined;
  if (reserved === undefined) return instances * usdPerHour;
  const fromReserve = Math.min(instances, reserved.count);
  return fromReserve * reserved.usdPerHour + (instances - fromReserve) * usdPerHour;
}

/** How a price compares with the chosen one, in words. */
export function comparedWith(usdPerHour: number, chosenUsdPerHour: number): string {
  if (chosenUsdPerHour === 0) {
    return usdPerHour === 0
      ? 'it costs the same'
      : `it costs $${usdPerHour.toFixed(2)} an hour, and the choice is paid`;
  }
  const percent = (usdPerHour / chosenUsdPerHour - 1) * 100;
  if (Math.abs(percent) < 0.5) return 'it costs the same';
  return percent > 0 ? `it costs ${Math.round(percent)} % more` : `it saves ${Math.round(-percent)} %`;
}
