/** Average hours in a month, as both clouds price it. */
export const hoursPerMonth = 730;

/** Bytes of a GiB. */
export const bytesPerGiB = 2 ** 30;

/** A number with at most that many digits after the point. */
export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** A number with that many significant digits. */
export function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
