import { messageOf } from '../../messages';
import type { Finding } from '../finding';
import { placeWords } from './place-words';
import type { Concern } from './review';
import type { Row } from './section';
import { shortAddress } from './short-address';

const tones = { block: 'bad', warning: 'warn', note: 'quiet' } as const;

/** A concern as a row: what, before and after, and the fix. */
export function concernRow(concern: Concern): Row {
  const { code, level, path, message, before, after, fix, place, accepted } = concern;
  return {
    tone: accepted === undefined ? tones[level] : 'quiet',
    where: [where(concern), path].join(' ').trim(),
    title: messageOf(code).title,
    text: message,
    lines: [
      ...(accepted === undefined
        ? [`Fix: ${fix}`]
        : [`Accepted by ${accepted.owner} until ${accepted.until}: ${accepted.reason}`]),
      ...placeWords(place),
    ],
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** A finding of a rule as a row. */
export function findingRow(finding: Finding): Row {
  const { rule, severity, type, path, message, fix } = finding;
  return {
    tone: severity === 'error' ? 'bad' : 'warn',
    where: [where(finding), path].join(' ').trim(),
    title: messageOf(rule).title,
    text: message,
    lines: [`Rule ${rule} on ${type}`, `Fix: ${fix}`],
  };
}

/** Environment, cloud and the address as people say it, in one text. */
export function where({
  environment,
  cloud,
  address,
}: {
  readonly environment: string;
  readonly cloud: string;
  readonly address: string;
}): string {
  return address === '' ? `${environment} ${cloud}` : `${environment} ${cloud} ${shortAddress(address)}`;
}
