/**
 * The current day as an ISO date in UTC, from which the age of prices and lifecycles is counted. SOURCE_DATE_EPOCH, in
 * seconds since 1970, replaces it, so that a report can be made again (https://reproducible-builds.org/specs/source-date-epoch/).
 * Another value than whole seconds is not used.
 */
export function isoToday(epoch: string | undefined = process.env.SOURCE_DATE_EPOCH): string {
  const day = epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return day.toISOString().slice(0, 10);
}
