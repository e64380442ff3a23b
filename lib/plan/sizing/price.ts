import type { InstanceOffer } from '../../catalog';

/**
 * US dollars an hour of that many instances, reserved ones first. A reserved instance costs what its reservation charges,
 * which is 0 when it was paid in advance.
 *
 * @returns undefined when the offer has no price
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

/** A price compared with the price of the chosen size, as text. Both in US dollars an hour. */
export function comparedWith(usdPerHour: number, chosenUsdPerHour: number): string {
  if (chosenUsdPerHour === 0) {
    return usdPerHour === 0
      ? 'it costs the same'
      : `$${usdPerHour.toFixed(2)} an hour; the chosen size is already paid for`;
  }
  const percent = (usdPerHour / chosenUsdPerHour - 1) * 100;
  if (Math.abs(percent) < 0.5) return 'it costs the same';
  return percent > 0 ? `it costs ${Math.round(percent)} % more` : `it saves ${Math.round(-percent)} %`;
}
