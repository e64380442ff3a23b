import { CodedError } from '../../../messages';

/** What a request is about, for the messages of its failures. */
export interface StoreSubject {
  /** For messages: what is read or written, and where. */
  readonly place: string;
  /** Role of Azure RBAC that allows it. */
  readonly role: string;
  /** Resource id that the role is assigned on. */
  readonly scope: string;
}

/** An answer that is no success. */
export interface StoreFailure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Code and message of an answer: JSON of Azure Resource Manager and of AI Search, JSON of a registry, XML of Blob Storage.
 * Sources, read 2026-12-01: "Status and error codes" of the Storage services REST API; "Error Codes" of the OCI distribution
 * specification 1.1; "Resource Manager common error format" of azure-resource-manager-rpc.
 */
export function failureOf(status: number, text: string, header: string | null): StoreFailure {
  const code =
    header ?? /"code"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? /<Code>([^<]+)<\/Code>/.exec(text)?.[1] ?? String(status);
  const message =
    /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? /<Message>([^<]+)<\/Message>/.exec(text)?.[1] ?? text;
  return { status, code, message: message.replaceAll(/\s+/g, ' ').trim().slice(0, 300) };
}

/** Codes and sentences by which a store says that it takes nothing from this network. */
const closedNetwork = [
  // Blob Storage, where a firewall or a private endpoint is in the way; a missing role is AuthorizationPermissionMismatch.
  /^AuthorizationFailure$|^PublicAccessNotPermitted$/,
  // Container registry: "client with IP '…' is not allowed access".
  /is not allowed access|public network access|private endpoint|firewall/i,
];

/** The error of an answer, with the command that repairs it. */
export function errorOf(failure: StoreFailure, subject: StoreSubject): CodedError {
  const { status, code, message } = failure;
  const { place } = subject;
  const got = `${status} ${code}`;
  if (status === 401 || status === 403) return denied(failure, subject);
  if (status === 404) {
    return new CodedError('AssetPlaceMissing', { place, message: said('it does not exist', message), got });
  }
  if (status === 409 || status === 412) {
    return new CodedError('AssetPlaceDiffers', {
      place,
      message: said('something else has the name, or it changed meanwhile', message),
      got,
      fix: 'look at what is there; if it is not wanted, remove it, then run the command again',
    });
  }
  if (/^(?:Md5Mismatch|Crc64Mismatch|DIGEST_INVALID)$/.test(code)) {
    return new CodedError('AssetHashDiffers', {
      place,
      message: said('the store got other bytes than were sent', message),
      got,
      fix: 'run the command again: it continues',
    });
  }
  const details = {
    place,
    message: said('the store refused', message),
    got,
  };
  return isBusy(status) ? new CodedError('AssetStoreBusy', details) : new CodedError('AssetOperationFailed', details);
}

/** Why a store denies: who asks, from where, or with which right. */
function denied({ status, code, message }: StoreFailure, { place, role, scope }: StoreSubject): CodedError {
  const error = (problem: string, fix: string, expected?: string): CodedError =>
    new CodedError('AssetStoreDenied', {
      place,
      message: said(problem, message),
      got: `${status} ${code}`,
      ...(expected === undefined ? {} : { expected }),
      fix,
    });
  if (status === 401) {
    return error('the store does not know the credentials', 'az login, then run the command again');
  }
  if (code === 'AuthenticationFailed') {
    return error(
      'the signature of the address is not valid, or no longer',
      'run the command again: it gets another signature, and continues',
    );
  }
  if (closedNetwork.some((pattern) => pattern.test(code) || pattern.test(message))) {
    return error(
      'the store takes nothing from this network',
      'run the command inside the network of the environment, for example on its build agent',
    );
  }
  return error(
    'the caller has no right to it',
    `az role assignment create --role '${role}' --assignee CALLER --scope ${scope}`,
    `the role '${role}'`,
  );
}

/** Statuses after which the same request may succeed. Source: "Best practices for Azure throttling", read 2026-12-01. */
export function isBusy(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501);
}

function said(problem: string, message: string): string {
  return message === '' ? problem : `${problem}: ${message}`;
}
