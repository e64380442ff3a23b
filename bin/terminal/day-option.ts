import { InvalidArgumentError, Option } from 'commander';

/** `--on YYYY-MM-DD`: the day on which acceptances and ends of life are judged. @default - today */
export function dayOption(): Option {
  return new Option('--on <day>', 'day on which waivers are judged, as YYYY-MM-DD, instead of today').argParser(dayOf);
}

function dayOf(text: string): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : NaN);
  // 2027-02-30 is read as a day of March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text))
    throw new InvalidArgumentError('Expected a day such as 2027-01-31.');
  return text;
}
