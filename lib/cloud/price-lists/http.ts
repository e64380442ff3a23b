import type { HttpOptions } from './types';

/** A list that could not be read; its message is for the user. */
export class ListError extends Error {}

/** The longest wait that a `Retry-After` header can set. */
const longestWaitMs = 30_000;

/**
 * Text of a URL, in chunks, with retries until the first byte and an idle time-out after it. A body that ends early is an
 * error: the caller never reads half of a list as the whole.
 *
 * @throws ListError
 */
export async function* textOf(url: string, options: HttpOptions = {}): AsyncGenerator<string> {
  const idleMs = options.idleTimeoutMs ?? 30_000;
  const silence = new AbortController();
  let timer = setTimeout(() => undefined, 0);
  const listen = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      silence.abort();
    }, idleMs);
  };
  try {
    const response = await answer(url, options, silence.signal, listen);
    const { body } = response;
    if (body === null) throw new ListError('the answer is empty');
    const expected = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
    const decoder = new TextDecoder();
    let received = 0;
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      listen();
      received += chunk.byteLength;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
    if (expected !== null && received < Number(expected)) {
      throw new ListError(`the answer ended after ${received} of ${expected} bytes`);
    }
  } catch (error) {
    if (error instanceof ListError) throw error;
    throw new ListError(silence.signal.aborted ? `no answer for ${idleMs / 1000} s` : causeOf(error));
  } finally {
    clearTimeout(timer);
  }
}

async function answer(url: string, options: HttpOptions, signal: AbortSignal, listen: () => void): Promise<Response> {
  const retries = options.retries ?? 3;
  for (let attempt = 0; ; attempt += 1) {
    listen();
    const response = await fetch(url, { signal }).catch((error: unknown) => {
      if (signal.aborted || attempt === retries) throw error;
      return undefined;
    });
    if (response?.ok === true) return response;
    await response?.body?.cancel();
    const mayPass = response === undefined || response.status === 429 || response.status >= 500;
    if (response !== undefined && (!mayPass || attempt === retries)) {
      throw new ListError(`${url} answered ${response.status}${attempt === 0 ? '' : ` ${attempt + 1} times`}`);
    }
    await waitFor(response, attempt, options.retryDelayMs ?? 1000);
  }
}

async function waitFor(response: Response | undefined, attempt: number, delayMs: number): Promise<void> {
  const wished = Number(response?.headers.get('retry-after') ?? Number.NaN) * 1000;
  const wait = Number.isFinite(wished) ? wished : delayMs * 2 ** attempt;
  await new Promise((done) => setTimeout(done, Math.min(wait, longestWaitMs)));
}

/** `fetch` reports only "fetch failed"; the reason is in the cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? (cause.message === '' ? cause.name : cause.message) : error.message;
}

/** Lines of chunks of text. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}
