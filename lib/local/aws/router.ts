import type { IncomingHttpHeaders } from 'node:http';
import { scalarText } from '../../constraints/json';
import { CodedError } from '../../messages';
import type { Caller } from './credentials';
import { callerOf } from './credentials';
import { ServiceError } from './errors';
import type { ErrorDialect } from './faults/effects';
import { meetRequestFaults } from './faults/effects';
import { meetStreamFaults } from './faults/stream-faults';
import { ec2Call } from './protocols/ec2';
import { jsonCall, jsonRefusal } from './protocols/json';
import { queryCall } from './protocols/query';
import { restJsonCall } from './protocols/rest-json';
import { restXmlCall } from './protocols/rest-xml';
import type { RequestRecord } from './request-log';
import type { ReceivedRequest, ServiceCall, WireAnswer, WireRequest } from './services/call';
import { isRegistryPath, registryCall, unauthorized } from './services/ecr/distribution';
import type { Login } from './services/ecr/login';
import { requestLogin } from './services/ecr/login';
import { oldSignatureScope } from './services/s3/old-signature';
import type { LocalService } from './services/service';
import type { Signer } from './signer';
import { signerOf } from './signer';
import type { Cloud } from './state/cloud';
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
  /** The answer when what the request changed could not be written to the state folder. */
  readonly unsaved: (error: unknown) => WireAnswer;
}

/**
 * Bytes of the longest body by protocol. S3 takes 5 GB in one PutObject; an object of this cloud is read into memory, so
 * the bound is what a rehearsal needs: CDK assets, and parts of uploads, which clients cut into 8 to 16 MB.
 */
const longestBody: Readonly<Record<LocalService['protocol'], number>> = {
  query: 1_048_576,
  json: 33_554_432,
  'rest-json': 33_554_432,
  'rest-xml': 268_435_456,
};

/** Bytes of the longest body of a request, which its headers say. */
export function bodyLimit(headers: IncomingHttpHeaders, services: readonly LocalService[]): number {
  const service = serviceOf(headers, credentialScope(headers.authorization)?.service, services);
  return service?.longestBody ?? longestBody[service?.protocol ?? protocolOf(headers)];
}

/** How each protocol says that something went wrong. */
const dialects: Readonly<Record<LocalService['protocol'], ErrorDialect>> = {
  query: 'query',
  json: 'json',
  'rest-json': 'json',
  'rest-xml': 's3',
};

/** Names of actions that change nothing. */
const reading = /^(?:Describe|Get|List|Validate)/;

/** Routes one request to its service. Errors are answered in the format of the service's protocol. */
export async function route(received: ReceivedRequest, options: RouterOptions): Promise<Routed> {
  const { cloud, endpoint, services, foreignAccount } = options;
  const request: WireRequest = { ...received, body: received.body ?? Buffer.alloc(0) };
  const url = urlOf(request, endpoint);
  const scope = credentialScope(request.headers.authorization, url.searchParams) ?? oldSignatureScope(url, cloud);
  const token =
    request.headers['x-amz-security-token'] ??
    url.searchParams.get('X-Amz-Security-Token') ??
    url.searchParams.get('x-amz-security-token') ??
    undefined;
  const registry = isRegistryPath(url) && scope === undefined;
  const login = registry ? requestLogin(request.headers.authorization, url.searchParams) : undefined;
  const caller = registry
    ? login?.caller
    : scope &&
      (userOf(scope.accessKeyId, cloud) ??
        callerOf(scope.accessKeyId, foreignAccount, typeof token === 'string' ? token : undefined));
  const service = serviceOf(request.headers, scope?.service, services);
  const call = registry ? registryCall(request, url) : readCall(request, url, scope?.service, service);
  const requestId = cloud.ids.fresh('request');
  const record = {
    time: cloud.now(),
    account: caller?.account,
    region: scope?.region ?? login?.region,
    role: caller?.role?.name,
    service: call.service,
    action: call.action,
    resource: call.resource,
  };
  const unsaved = (error: unknown): WireAnswer => call.refusal(notSaved(error), requestId);
  try {
    if (cloud.ledger.failure !== undefined) throw notSaved(cloud.ledger.failure);
    const protocol = service?.protocol ?? protocolOf(request.headers);
    if (received.tooLarge !== undefined) throw tooLarge(protocol, received.tooLarge);
    const signer = registry ? registrySigner(login) : signerOf(protocol, scope, caller);
    const faults = cloud.faults.ofRequest(call);
    if (faults.length > 0) await meetRequestFaults(faults, dialects[protocol]);
    const whole = await call.answer({ ...signer, requestId, endpoint, cloud, readsOnly: reading.test(call.action) });
    const answer = meetStreamFaults(whole, call, cloud.faults);
    return {
      answer,
      record: { ...record, status: answer.status, outcome: 'ok', errorCode: undefined, message: undefined },
      unsaved,
    };
  } catch (error) {
    const known = error instanceof ServiceError;
    const failure = known
      ? error
      : new ServiceError('InternalFailure', `The local cloud failed: ${String(error)}`, 500);
    const { code, message, status } = failure;
    return {
      answer: call.refusal(failure, requestId),
      record: { ...record, status, outcome: status < 500 ? 'refused' : 'failed', errorCode: code, message },
      unsaved,
    };
  }
}

/** The IAM user with an access key that a stack made. */
function userOf(accessKeyId: string, { registry }: Cloud): Caller | undefined {
  const key = registry.all('AWS::IAM::AccessKey').find(({ physicalId }) => physicalId === accessKeyId);
  const user = scalarText(key?.properties['UserName']);
  return key === undefined || user === undefined ? undefined : { account: key.account, user };
}

/** @throws ServiceError (UNAUTHORIZED) for a request to the registry without a login of this cloud */
function registrySigner(login: Login | undefined): Signer {
  if (login === undefined) throw unauthorized();
  return { caller: login.caller, account: login.caller.account, region: login.region };
}

/** Source: for S3 its list of error codes, "EntityTooLarge"; status 413 of CloudFormation in aws/aws-cli#2378. */
function tooLarge(protocol: LocalService['protocol'], bytes: number): ServiceError {
  const limit = longestBody[protocol];
  return protocol === 'rest-xml'
    ? new ServiceError(
        'EntityTooLarge',
        `Your proposed upload exceeds the maximum allowed size: the local cloud takes ${limit} bytes in one request, this one has ${bytes}; upload it in parts`,
        400,
      )
    : new ServiceError('RequestEntityTooLarge', `Request body of ${bytes} bytes exceeds ${limit} bytes`, 413);
}

function notSaved(error: unknown): ServiceError {
  const why = error instanceof CodedError ? `${error.problem}. ${error.fix}` : String(error);
  return new ServiceError('ServiceUnavailable', `The local cloud cannot write its state: ${why}`, 503);
}

/** A path may start with two slashes, which would otherwise read as a host. One that is no path names nothing. */
function urlOf({ url }: WireRequest, endpoint: string): URL {
  if (url === '/') return rootOf(endpoint);
  const text = endpoint + (url.startsWith('/') ? url : '/');
  return URL.canParse(text) ? new URL(text) : new URL(endpoint);
}

let root = new URL('http://127.0.0.1');

/** The URL of the path `/`, where most services take their requests: it is parsed once. */
function rootOf(endpoint: string): URL {
  if (root.origin !== endpoint) root = new URL(endpoint);
  return root;
}

/** The protocol shows in the request itself: JSON names its target in a header, the query protocol posts a form. */
function protocolOf(headers: IncomingHttpHeaders): LocalService['protocol'] {
  if (typeof headers['x-amz-target'] === 'string') return 'json';
  return (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded') ? 'query' : 'rest-xml';
}

/** The row of a request: of its target, or of the service that it was signed for. */
function serviceOf(
  headers: IncomingHttpHeaders,
  signedService: string | undefined,
  services: readonly LocalService[],
): LocalService | undefined {
  const protocol = protocolOf(headers);
  const target = headers['x-amz-target'];
  return services.find((service) => {
    if (service.protocol === 'json') return typeof target === 'string' && target.startsWith(`${service.target}.`);
    const signed = service.signingName === signedService;
    // Nothing but the service tells the two REST protocols apart.
    if (service.protocol === 'rest-json') return signed && protocol === 'rest-xml';
    // Only S3 takes requests that nothing signs; here they are refused in its format.
    return service.protocol === protocol && (signed || (signedService === undefined && protocol === 'rest-xml'));
  });
}

function readCall(
  request: WireRequest,
  url: URL,
  signedService: string | undefined,
  service: LocalService | undefined,
): ServiceCall {
  const { headers } = request;
  switch (protocolOf(headers)) {
    case 'json':
      return jsonCall(request, String(headers['x-amz-target']), service?.protocol === 'json' ? service : undefined);
    case 'query':
      if (service?.protocol === 'query' && service.dialect === 'ec2') return ec2Call(request, service);
      return queryCall(request, signedService ?? 'unknown', service?.protocol === 'query' ? service : undefined);
    case 'rest-xml':
    case 'rest-json':
      if (service?.protocol === 'rest-json') return restJsonCall(request, url, service);
      return service?.protocol === 'rest-xml'
        ? restXmlCall(request, url, service)
        : unknownCall(signedService ?? 'unknown', `${request.method} ${url.pathname}`);
  }
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
