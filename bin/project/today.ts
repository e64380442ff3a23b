/** The current day as an ISO date in UTC, from which the age of a price is counted. */
export function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}
