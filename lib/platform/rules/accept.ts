import { messagesByOrigin } from '../../messages';
import type { AcceptSpec } from '../accept';
import type { Issue } from '../issue';
import { unknownName } from '../suggest';
import type { Rule } from './rule';

/** Least characters of a reason: a word is none. */
const leastReason = 20;

/** What nobody can accept: everybody in the world gets rights, or the deployment fails anyway. */
const neverAccepted: ReadonlySet<string> = new Set(['RightsOpened', 'SchemaViolation', 'ConstraintViolation']);

/** An acceptance names a concern or finding that can be accepted, a reason, an owner, a day and environments that exist. */
export const acceptRule: Rule = ({ spec: { accept = [] }, declared }) =>
  accept.flatMap((one, index) => [
    ...acceptIssues(`accept[${index}]`, one),
    ...(one.environments ?? []).flatMap((got, i) =>
      declared('environments').includes(got)
        ? []
        : [
            unknownName({
              code: 'UnresolvedReference',
              path: `accept[${index}].environments[${i}]`,
              noun: 'environment',
              got,
              known: declared('environments'),
            }),
          ],
    ),
  ]);

function acceptIssues(path: string, { id, address, reason, owner, until }: AcceptSpec): readonly Issue[] {
  const known = ['Concerns of a review', 'Review rules'].flatMap((origin) =>
    Object.keys(messagesByOrigin[origin] ?? {}),
  );
  const wrong = (
    field: string,
    issue: Pick<Issue, 'code' | 'message' | 'got' | 'expected'> & { readonly fix?: string },
  ): Issue => ({
    ...issue,
    path: `${path}.${field}`,
  });
  return [
    ...(known.includes(id)
      ? []
      : [unknownName({ code: 'UnknownAcceptance', path: `${path}.id`, noun: 'concern or rule', got: id, known })]),
    ...(neverAccepted.has(id)
      ? [wrong('id', { code: 'NotAcceptable', message: `${id} cannot be accepted`, got: id, expected: 'another code' })]
      : []),
    ...(reason.trim().length >= leastReason
      ? []
      : [
          wrong('reason', {
            code: 'InvalidAcceptance',
            message: 'says too little',
            got: reason,
            expected: `a reason of at least ${leastReason} characters`,
          }),
        ]),
    ...(isDay(until)
      ? []
      : [
          wrong('until', {
            code: 'InvalidAcceptance',
            message: 'is no day',
            got: until,
            expected: 'an ISO date such as 2027-01-31',
          }),
        ]),
    ...Object.entries({ address, owner }).flatMap(([field, value]) =>
      value.trim() === ''
        ? [wrong(field, { code: 'InvalidAcceptance', message: 'is empty', got: value, expected: 'a text' })]
        : [],
    ),
  ];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
