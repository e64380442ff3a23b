import { formatUrn } from '../../graph/urn';
import { CodedError } from '../../messages';
import { armPath, fillTemplate } from './arm';
import type { ProviderSettings } from './azure-provider';
import type { CloudIndex } from './cloud-index';
import type { Identifiers } from './identifier';
import type { InvokeAnswer, ReadRequest, Registered, ResourceState } from './model';
import type { PropertyMap } from './property-value';
import { containsSecret, isSecret } from './property-value';
import { isSealed } from './sealed-secret';

/** What a program can read: outputs of other stacks and resources of the local Azure. */
export interface DataSource {
  readonly index: CloudIndex;
  readonly identifiers: Identifiers;
  /** Outputs of a stack by name or `organization/project/stack`. @throws CodedError (UnknownStack, AmbiguousStack) */
  readonly stackOutputs: (reference: string) => PropertyMap;
}

const stackReference = 'pulumi:pulumi:StackReference';

/**
 * Answers a stack reference, or the `get` of a resource that exists.
 * @throws CodedError (ResourceNotFound, SecretOutputLost, UnknownStack, AmbiguousStack)
 */
export function answerRead(
  request: ReadRequest,
  sources: DataSource,
  place: { readonly stack: string; readonly project: string },
): Registered {
  const urn = formatUrn({ ...place, ...request });
  if (request.type === stackReference) return { urn, id: request.id, outputs: readStack(request.id, sources) };
  const outputs = sources.index.outputsOf(request.id);
  if (outputs === undefined) {
    throw new CodedError('ResourceNotFound', {
      place: urn,
      message: `${request.type} does not exist in the local cloud`,
      got: request.id,
      expected: 'the id of a resource in a stack',
      fix: 'create the resource in a stack first',
    });
  }
  return { urn, id: request.id, outputs };
}

function readStack(reference: string, sources: DataSource): PropertyMap {
  const outputs = sources.stackOutputs(reference);
  const lost = Object.keys(outputs).filter((name) => isSealed(outputs[name]));
  if (lost.length > 0) {
    throw new CodedError('SecretOutputLost', {
      place: `stack ${reference}`,
      message: `secret outputs ${lost.join(', ')} are not kept in state files`,
      fix: 'run up of that stack in this process first',
    });
  }
  const secretOutputNames = Object.keys(outputs).filter((name) => {
    const value = outputs[name];
    return value !== undefined && (isSecret(value) || containsSecret(value));
  });
  return { name: reference, outputs, secretOutputNames };
}

/** Functions that read one resource are named after it: `getAccount` reads an `Account`. */
const getterToken = /^azure-native:(\w+):get(\w+)$/;

/** A call of a provider function by a program. */
interface Invocation {
  /** `<package>:<module>:<function>` */
  readonly token: string;
  readonly args: PropertyMap;
  /** Settings of the provider that the call names. */
  readonly settings: ProviderSettings;
}

/**
 * Answers a function of a provider from what the local cloud knows. Every other function is refused, never invented.
 * @param registered the resource of this run with a URN
 */
export function answerInvoke(
  { token, args, settings }: Invocation,
  sources: DataSource,
  registered: (urn: string) => ResourceState | undefined,
): InvokeAnswer {
  if (token === 'pulumi:pulumi:getResource') return getResource(args, registered);
  if (token === 'azure-native:authorization:getClientConfig') return clientConfig(settings, sources.identifiers);
  const getter = getterToken.exec(token);
  const template = getter === null ? undefined : armPath(`azure-native:${getter[1] ?? ''}:${getter[2] ?? ''}`);
  const id = template === undefined ? undefined : fillTemplate(template, args, settings.subscriptionId ?? '');
  if (id === undefined)
    return refused(token, 'the local engine has no answer to this function: pass the value by configuration');
  const outputs = sources.index.outputsOf(id);
  if (outputs === undefined)
    return refused(token, `${id} does not exist in the local cloud: create it in a stack first`);
  return { result: { ...outputs, id } };
}

function getResource(args: PropertyMap, registered: (urn: string) => ResourceState | undefined): InvokeAnswer {
  const urn = args['urn'];
  const resource = typeof urn === 'string' ? registered(urn) : undefined;
  if (resource === undefined)
    return refused('pulumi:pulumi:getResource', `${JSON.stringify(urn ?? null)} is not a resource of this stack`);
  return { result: { urn: resource.urn, id: resource.id ?? '', state: resource.outputs } };
}

/** The rehearsal is the caller. Tenant and subscription must be configured. */
function clientConfig(settings: ProviderSettings, identifiers: Identifiers): InvokeAnswer {
  const { tenantId, subscriptionId } = settings;
  const token = 'azure-native:authorization:getClientConfig';
  if (tenantId === undefined || subscriptionId === undefined) {
    return refused(
      token,
      'set azure-native:tenantId and azure-native:subscriptionId in the configuration of the stack',
    );
  }
  const result = {
    tenantId,
    subscriptionId,
    clientId: identifiers.uuid('caller', 'client'),
    objectId: identifiers.uuid('caller', 'object'),
  };
  return { result };
}

function refused(token: string, reason: string): InvokeAnswer {
  return { failures: [{ property: token, reason }] };
}
