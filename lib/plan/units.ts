/** Average hours in a month, as both clouds price it. */
export const hoursPerMonth = 730;

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
