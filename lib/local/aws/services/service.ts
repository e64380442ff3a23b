import type { JsonObject } from '../../../constraints/json';
import type { Eventual } from '../cloudformation/work';
import type { AccessRequest } from '../iam/context';
import type { QueryParameters } from '../wire/query-parameters';
import type { Xml } from '../wire/xml';
import type { CallContext, ServiceCall, WireRequest } from './call';
import type { Understood } from './understood';

/** One action of a query service: the content of its result element. @throws ServiceError */
export type QueryAction = (parameters: QueryParameters, context: CallContext) => Eventual<Xml>;

/** One action of a JSON service: its answer. @throws ServiceError */
export type JsonAction = (input: JsonObject, context: CallContext) => Eventual<JsonObject>;

interface Row {
  /** The service of the credential scope that clients sign with; also its name in the request log. */
  readonly signingName: string;
  /** Bytes of the longest body. @default - one that every request of its protocol keeps to */
  readonly longestBody?: number;
}

interface ActionRow<Action, Input> extends Row {
  readonly actions: Readonly<Record<string, Action>>;
  /** What each action understands of a request; the rest is refused by name. @default - the actions refuse it */
  readonly members?: Understood;
  /** What the caller of an action must be allowed to do. @default - the action of that name, on every resource */
  readonly access?: (action: string, input: Input, context: CallContext) => readonly AccessRequest[];
  /** Parameters that name the object of an action in the request log; the first one present is used. */
  readonly resource: readonly string[];
}

/** A service of the AWS query protocol: forms in, XML out. */
export interface QueryService extends ActionRow<QueryAction, QueryParameters> {
  readonly protocol: 'query';
  /** XML namespace of the answers. */
  readonly namespace: string;
  /** EC2 has lists, answers and errors of its own. @default - those of the query protocol */
  readonly dialect?: 'ec2';
}

/** A service of the AWS JSON protocol: the `X-Amz-Target` header is `<target>.<action>`. */
export interface JsonService extends ActionRow<JsonAction, JsonObject> {
  readonly protocol: 'json';
  /** Version in the content type, `application/x-amz-json-<version>`. */
  readonly version: '1.0' | '1.1';
  readonly target: string;
}

/** A service of the REST XML protocol: method and path name the action, so the service itself reads the request. */
export interface RestXmlService extends Row {
  readonly protocol: 'rest-xml';
  readonly call: (request: WireRequest, url: URL) => Omit<ServiceCall, 'service' | 'refusal'>;
}

/** A service of the REST JSON protocol: method and path name the action, so the service itself reads the request. */
export interface RestJsonService extends Row {
  readonly protocol: 'rest-json';
  readonly call: (request: WireRequest, url: URL) => Omit<ServiceCall, 'service' | 'refusal'>;
}

/** A row of the service table. */
export type LocalService = QueryService | JsonService | RestXmlService | RestJsonService;
