/**
 * When work starts again and again: every so many minutes, or at the times of a line of crontab.
 *
 * @example
 * { everyMinutes: 60 }
 * { cron: '0 3 * * 1-5', timeZone: 'Europe/Berlin' }
 */
export type ScheduleSpec =
  | { readonly everyMinutes: number }
  | {
      /** Five fields: minute, hour, day, month, weekday (0 is Sunday). Each is `*`, `*\/n`, a number, a range or a list of them. */
      readonly cron: string;
      /** IANA name; daylight saving time is followed. @default 'UTC' */
      readonly timeZone?: string;
    };
