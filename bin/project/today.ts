/** The day it is, as an ISO date in UTC: how old a price is counts from here. */
export function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}
