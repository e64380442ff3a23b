import type { Answer, NoAnswer } from '../preflight';

/** How errors of a cloud are told apart. */
interface ErrorFacts {
  readonly code: string;
  readonly status: number | undefined;
}

type Why = NoAnswer['why'];

/** The first kind that code or status belongs to. */
const kinds: readonly (readonly [why: Why, test: (facts: ErrorFacts) => boolean])[] = [
  [
    'throttled',
    ({ code, status }) => status === 429 || /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i.test(code),
  ],
  [
    'no-credentials',
    ({ code, status }) =>
      status === 401 ||
      /Credential|ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|TokenRefreshRequired|Authentication|InvalidToken/i.test(
        code,
      ),
  ],
  [
    'denied',
    ({ code, status }) =>
      status === 403 || /AccessDenied|Unauthorized|NotAuthorized|AuthorizationFailed|Forbidden/i.test(code),
  ],
  [
    'not-served',
    ({ code, status }) =>
      status === 501 || /UnknownOperation|NotImplemented|UnsupportedOperation|InvalidAction/i.test(code),
  ],
  [
    'unreachable',
    ({ code, status }) =>
      (status !== undefined && status >= 500) ||
      /ECONN|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|ETIMEDOUT|Timeout|Networking|fetch failed|UND_ERR/i.test(code),
  ],
];

/** Why there is no answer. An error that is none of the known ones is no answer either. */
function whyNot(facts: ErrorFacts): Why {
  return kinds.find(([, test]) => test(facts))?.[0] ?? 'unreadable';
}

/**
 * The answer of a call: its value, absent for the given codes, or why there is none.
 *
 * @param gone - codes and statuses that mean that there is no such thing
 */
export async function answered<T>(
  call: () => Promise<T>,
  permissions: readonly string[],
  gone: readonly (string | number)[] = [],
): Promise<Answer<T>> {
  try {
    return { kind: 'value', value: await call() };
  } catch (error) {
    const facts = factsOf(error);
    const why = whyNot(facts);
    const absent = gone.includes(facts.code) || (facts.status !== undefined && gone.includes(facts.status));
    // What a cloud does not serve at all is no news about the thing that was asked for.
    if (absent && why !== 'not-served') return { kind: 'absent' };
    const missing =
      error instanceof Error ? /Cannot find (?:module|package) '([^']+)'/.exec(error.message)?.[1] : undefined;
    if (missing !== undefined) {
      return { kind: 'not-asked', why: 'not-installed', got: `npm install ${missing}`, permissions };
    }
    return { kind: 'not-asked', why, got: facts.code, permissions };
  }
}

/** Code and status of whatever was thrown. */
function factsOf(error: unknown): ErrorFacts {
  if (typeof error !== 'object' || error === null) return { code: String(error), status: undefined };
  const name = 'name' in error && typeof error.name === 'string' ? error.name : 'Error';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const metadata = '$metadata' in error ? error.$metadata : error;
  const status =
    typeof metadata === 'object' &&
    metadata !== null &&
    'httpStatusCode' in metadata &&
    typeof metadata.httpStatusCode === 'number'
      ? metadata.httpStatusCode
      : undefined;
  const cause =
    'cause' in error && typeof error.cause === 'object' && error.cause !== null && 'code' in error.cause
      ? String(error.cause.code)
      : undefined;
  return { code: code ?? cause ?? name, status };
}
