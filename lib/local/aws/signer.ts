import { awsRegions } from '../../constraints/aws-regions';
import type { Caller } from './credentials';
import { ServiceError } from './errors';
import type { LocalService } from './services/service';
import type { CredentialScope } from './wire/signature';

/** Who signed a request, and for which region. */
export interface Signer {
  readonly caller: Caller;
  readonly account: string;
  readonly region: string;
}

type Protocol = LocalService['protocol'];

/**
 * The signer of a request.
 * @throws ServiceError in the words of the protocol's services: no signature, a key of nobody, a region that does not exist
 */
export function signerOf(protocol: Protocol, scope: CredentialScope | undefined, caller: Caller | undefined): Signer {
  if (scope === undefined) throw unsigned(protocol);
  if (caller === undefined) throw unknownKey(protocol);
  const { region } = scope;
  if (!awsRegions.has(region)) throw unknownRegion(protocol, region);
  return { caller, account: caller.account, region };
}

/** Source: common errors of the services' API references, "MissingAuthenticationToken" and "AccessDenied", 2026-11. */
function unsigned(protocol: Protocol): ServiceError {
  switch (protocol) {
    case 'query':
      return new ServiceError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
    case 'json':
    case 'rest-json':
      return new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', 400);
    case 'rest-xml':
      return new ServiceError('AccessDenied', 'Access Denied', 403);
  }
}

/** Source: the same pages; for S3 its list of error codes, "InvalidAccessKeyId", 2026-11. */
function unknownKey(protocol: Protocol): ServiceError {
  const invalid = 'The security token included in the request is invalid';
  const why = 'the access key id names no account of the local cloud';
  switch (protocol) {
    case 'query':
      return new ServiceError('InvalidClientTokenId', `${invalid}: ${why}`, 403);
    case 'json':
    case 'rest-json':
      return new ServiceError('UnrecognizedClientException', `${invalid}: ${why}`, 400);
    case 'rest-xml':
      return new ServiceError(
        'InvalidAccessKeyId',
        `The AWS Access Key Id you provided does not exist in our records: ${why}.`,
        403,
      );
  }
}

/**
 * A region that no partition has. Source of code and text: aws/aws-sdk-java#1097 (query), aws/aws-sdk-js-v3#5576 (JSON); for
 * S3 its list of error codes, "AuthorizationHeaderMalformed", 2026-11.
 */
function unknownRegion(protocol: Protocol, region: string): ServiceError {
  const text = `Credential should be scoped to a valid region, not '${region}'.`;
  switch (protocol) {
    case 'query':
      return new ServiceError('SignatureDoesNotMatch', text, 403);
    case 'json':
    case 'rest-json':
      return new ServiceError('InvalidSignatureException', text, 403);
    case 'rest-xml':
      return new ServiceError(
        'AuthorizationHeaderMalformed',
        `The authorization header is malformed; the region '${region}' is wrong`,
        400,
      );
  }
}
