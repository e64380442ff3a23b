import { setTimeout } from 'node:timers/promises';
import { CodedError } from '../../../messages';
import type { Audience, AzureClientOptions, StoreAddresses } from './client-options';
import { addressesOf, tokensOf } from './client-options';
import type { StoreSubject } from './store-error';
import { errorOf, failureOf, isBusy } from './store-error';

/** One request to a store. */
export interface StoreRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Whom the token is for. @default - no token: the address has a signature, or the store gives its own */
  readonly audience?: Audience;
  readonly subject: StoreSubject;
  /** Statuses that are answers and no failures. @default - those of success */
  readonly answers?: readonly number[];
}

/** Attempts of one request. */
const attempts = 5;
/** Longest wait that a store may ask for, in seconds. */
const longestWait = 120;
/** Milliseconds after which an attempt is given up. A part of 16 MiB needs two minutes at 1 Mbit a second. */
const patience = 300_000;

/** Sends requests to Azure's stores: signs them in, waits as long as a busy store asks, and says why one failed. */
export class StoreClient {
  readonly addresses: StoreAddresses;
  /** @throws CodedError (AssetStoreDenied, SdkMissing) */
  readonly tokenOf: (audience: Audience) => Promise<string>;
  private readonly wait: (milliseconds: number) => Promise<void>;

  constructor(readonly options: AzureClientOptions) {
    this.addresses = addressesOf(options);
    this.tokenOf = tokensOf(options);
    this.wait = options.pause ?? ((milliseconds) => setTimeout(milliseconds));
  }

  /** @throws CodedError (AssetOperationFailed, AssetPlaceDiffers, AssetPlaceMissing, AssetStoreBusy, AssetStoreDenied, AssetStoreUnreachable) */
  async send(request: StoreRequest): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.once(request);
      if (answer.ok || request.answers?.includes(answer.status) === true) return answer;
      const text = await answer.text();
      if (!isBusy(answer.status) || attempt === attempts) {
        throw errorOf(failureOf(answer.status, text, answer.headers.get('x-ms-error-code')), request.subject);
      }
      await this.pause(answer.headers.get('retry-after'), 2 ** attempt);
    }
  }

  /** Waits as long as an answer asks. @param otherwise - seconds where it does not say */
  async pause(retryAfter: string | null, otherwise: number): Promise<number> {
    const asked = Number(retryAfter ?? otherwise);
    const seconds = Number.isFinite(asked) && asked >= 0 ? Math.min(asked, longestWait) : otherwise;
    await this.wait(seconds * 1000);
    return seconds;
  }

  private async once({ method, url, headers = {}, body, audience, subject }: StoreRequest): Promise<Response> {
    const signed = audience === undefined ? {} : { authorization: `Bearer ${await this.tokenOf(audience)}` };
    try {
      return await fetch(url, {
        method,
        headers: { ...headers, ...signed },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      throw new CodedError('AssetStoreUnreachable', {
        place: subject.place,
        message: 'nothing answers at its address',
        got: causeOf(error),
        fix: 'run the command inside the network of the environment, where the private names are resolved',
      });
    }
  }
}

/** The code of a connection that failed, such as `ENOTFOUND`. */
function causeOf(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error;
  if (typeof cause !== 'object' || cause === null) return String(cause);
  if ('code' in cause) return String(cause.code);
  return 'name' in cause ? String(cause.name) : 'no connection';
}
