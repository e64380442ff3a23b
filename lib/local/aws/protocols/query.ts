import { ServiceError } from '../errors';
import { accessOf, authorize } from '../iam/authorize';
import type { ServiceCall, WireAnswer, WireRequest } from '../services/call';
import type { QueryService } from '../services/service';
import { assertUnderstood } from '../services/understood';
import { QueryParameters } from '../wire/query-parameters';
import type { Xml } from '../wire/xml';
import { xmlDocument } from '../wire/xml';

/**
 * Reads a request of the AWS query protocol.
 * @param name the service the client signed for
 * @param service its row; undefined refuses the request
 */
export function queryCall(request: WireRequest, name: string, service: QueryService | undefined): ServiceCall {
  const parameters = new QueryParameters(request.body.toString('utf8'));
  const action = parameters.get('Action') ?? '';
  return {
    service: name,
    action,
    resource: service?.resource.map((field) => parameters.get(field)).find((value) => value !== undefined),
    answer: async (context) => {
      // A name that every object has, such as `constructor`, is no action.
      const run = service !== undefined && Object.hasOwn(service.actions, action) ? service.actions[action] : undefined;
      if (service === undefined || run === undefined)
        throw new ServiceError('InvalidAction', `The local cloud does not implement ${name}:${action}`);
      assertUnderstood(`${name}:${action}`, parameters.members(), service.members?.[action]);
      authorize(accessOf(service, action, parameters, context), context);
      const content = {
        [`${action}Result`]: await run(parameters, context),
        ResponseMetadata: { RequestId: context.requestId },
      };
      return xmlAnswer(200, `${action}Response`, service.namespace, content);
    },
    refusal: ({ code, message, status }, requestId) =>
      xmlAnswer(status, 'ErrorResponse', undefined, {
        Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message },
        RequestId: requestId,
      }),
  };
}

function xmlAnswer(status: number, root: string, namespace: string | undefined, content: Xml): WireAnswer {
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: xmlDocument(root, namespace, content, 'member'),
  };
}
