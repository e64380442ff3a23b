import type { ServiceCall, WireRequest } from '../services/call';
import type { RestXmlService } from '../services/service';
import { xmlDocument } from '../wire/xml';

/** Reads a request of the REST XML protocol. */
export function restXmlCall(request: WireRequest, url: URL, service: RestXmlService): ServiceCall {
  return {
    service: service.signingName,
    ...service.call(request, url),
    refusal: ({ code, message, status }, requestId) => ({
      status,
      headers: { 'content-type': 'application/xml' },
      // An answer to HEAD has no body, an error included.
      body:
        request.method === 'HEAD'
          ? ''
          : xmlDocument('Error', undefined, { Code: code, Message: message, RequestId: requestId }, 'repeat'),
    }),
  };
}
