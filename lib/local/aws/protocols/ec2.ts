import { ServiceError } from '../errors';
import type { ServiceCall, WireAnswer, WireRequest } from '../services/call';
import type { QueryService } from '../services/service';
import { assertUnderstood } from '../services/understood';
import { QueryParameters } from '../wire/query-parameters';
import type { Xml } from '../wire/xml';
import { xmlDocument } from '../wire/xml';

/** Reads a request of the EC2 protocol: forms as in the query protocol, answers without a result element, errors of its own. */
export function ec2Call(request: WireRequest, service: QueryService): ServiceCall {
  const parameters = new QueryParameters(request.body.toString('utf8'));
  const action = parameters.get('Action') ?? '';
  return {
    service: service.signingName,
    action,
    resource: service.resource.map((field) => parameters.get(field)).find((value) => value !== undefined),
    answer: async (context) => {
      const run = Object.hasOwn(service.actions, action) ? service.actions[action] : undefined;
      if (run === undefined)
        throw new ServiceError('InvalidAction', `The local cloud does not implement ${service.signingName}:${action}`);
      assertUnderstood(`${service.signingName}:${action}`, parameters.members(), service.members?.[action]);
      return xmlAnswer(200, `${action}Response`, service.namespace, await run(parameters, context));
    },
    refusal: ({ code, message, status }, requestId) =>
      xmlAnswer(status, 'Response', undefined, {
        Errors: { Error: { Code: code, Message: message } },
        RequestID: requestId,
      }),
  };
}

function xmlAnswer(status: number, root: string, namespace: string | undefined, content: Xml): WireAnswer {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8' },
    body: xmlDocument(root, namespace, content, 'item'),
  };
}
