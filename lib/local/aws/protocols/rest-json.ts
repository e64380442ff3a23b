import type { ServiceCall, WireRequest } from '../services/call';
import type { RestJsonService } from '../services/service';

/** Reads a request of the REST JSON protocol. */
export function restJsonCall(request: WireRequest, url: URL, service: RestJsonService): ServiceCall {
  return {
    service: service.signingName,
    ...service.call(request, url),
    refusal: ({ code, message, status }) => ({
      status,
      // A denial has a name of its own, as in the other JSON protocol.
      headers: {
        'content-type': 'application/json',
        'x-amzn-errortype': code === 'AccessDenied' ? 'AccessDeniedException' : code,
      },
      body: JSON.stringify({ Type: status < 500 ? 'User' : 'Service', Message: message }),
    }),
  };
}
