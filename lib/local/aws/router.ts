import type { Caller } from './credentials';
import { callerOf } from './credentials';
import { ServiceError } from './errors';
import { jsonCall, jsonRefusal } from './protocols/json';
import { queryCall } from './protocols/query';
import { restXmlCall } from './protocols/rest-xml';
import type { RequestRecord } from './request-log';
import type { ServiceCall, WireAnswer, WireRequest } from './services/call';
import type { LocalService } from './services/service';
import type { Cloud } from './state/cloud';
import type { CredentialScope } from './wire/signature';
import { credentialScope } from './wire/signature';

/** What the router answers from. */
export interface RouterOptions {
  readonly cloud: Cloud;
  readonly services: readonly LocalService[];
  /** `http://127.0.0.1:port` */
  readonly endpoint: string;
  /** Account of callers whose access key this cloud did not issue. @default - they are refused */
  readonly foreignAccount?: string | undefined;
}

/** One answered request and its record in the log. */
interface Routed {
  readonly answer: WireAnswer;
  readonly record: RequestRecord;
}

/** Routes one request to its service. Errors are answered in the format of the service's protocol. */
export function route(request: WireRequest, options: RouterOptions): Routed {
  const { cloud, endpoint, services, foreignAccount } = options;
  // A path may start with two slashes, which would otherwise read as a host.
  const url = new URL(endpoint + (request.url.startsWith('/') ? request.url : '/'));
  const scope = credentialScope(request.headers.authorization, url.searchParams);
  const caller = scope === undefined ? undefined : callerOf(scope.accessKeyId, foreignAccount);
  const call = readCall(request, url, scope?.service, services);
  const requestId = cloud.ids.fresh('request');
  const record = {
    time: cloud.now(),
    account: caller?.account,
    region: scope?.region,
    role: caller?.role?.name,
    service: call.service,
    action: call.action,
    resource: call.resource,
  };
  try {
    const answer = call.answer({ ...signerOf(scope, caller), requestId, endpoint, cloud });
    return {
      answer,
      record: { ...record, status: answer.status, outcome: 'ok', errorCode: undefined, message: undefined },
    };
  } catch (error) {
    const known = error instanceof ServiceError;
    const failure = known
      ? error
      : new ServiceError('InternalFailure', `The local cloud failed: ${String(error)}`, 500);
    const { code, message, status } = failure;
    return {
      answer: call.refusal(failure, requestId),
      record: { ...record, status, outcome: known ? 'refused' : 'failed', errorCode: code, message },
    };
  }
}

/** @throws ServiceError (InvalidClientTokenId) for a request without a key of this cloud */
function signerOf(
  scope: CredentialScope | undefined,
  caller: Caller | undefined,
): { readonly caller: Caller; readonly account: string; readonly region: string } {
  if (scope !== undefined && caller !== undefined) return { caller, account: caller.account, region: scope.region };
  throw new ServiceError(
    'InvalidClientTokenId',
    'The security token included in the request is invalid: the access key id names no account of the local cloud',
    403,
  );
}

/** The protocol shows in the request itself: JSON names its target in a header, the query protocol posts a form. */
function readCall(
  request: WireRequest,
  url: URL,
  signedService: string | undefined,
  services: readonly LocalService[],
): ServiceCall {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const found = services.find((service) => service.protocol === 'json' && target.startsWith(`${service.target}.`));
    return jsonCall(request, target, found?.protocol === 'json' ? found : undefined);
  }
  const named = services.find((service) => service.signingName === signedService);
  if ((request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
    return queryCall(request, signedService ?? 'unknown', named?.protocol === 'query' ? named : undefined);
  }
  // Only S3 takes requests that nothing signs; here they are refused in its format.
  const rest = signedService === undefined ? services.find(({ protocol }) => protocol === 'rest-xml') : named;
  if (rest?.protocol === 'rest-xml') return restXmlCall(request, url, rest);
  return unknownCall(signedService ?? 'unknown', `${request.method} ${url.pathname}`);
}

/** A request of a service without a row, refused in JSON because most services speak it. */
function unknownCall(service: string, action: string): ServiceCall {
  return {
    service,
    action,
    resource: undefined,
    answer: () => {
      throw new ServiceError('UnknownOperationException', `The local cloud does not implement ${service}: ${action}`);
    },
    refusal: (error) => jsonRefusal(error, '1.1'),
  };
}
