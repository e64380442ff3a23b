import { scalarText } from '../../../constraints/json';
import type { Made } from '../cloudformation/deployed';
import { ServiceError } from '../errors';
import type { CustomResourceRequest, SentRequest } from '../functions/custom-resource-request';
import { sentRequest } from '../functions/custom-resource-request';
import type { CustomResourceResponse } from '../functions/custom-resource-response';
import { customResourceResponse } from '../functions/custom-resource-response';
import { findFunction } from '../functions/find-function';
import type { Invocation } from '../functions/function-host';
import { notRunnable } from '../functions/function-host';
import type { LambdaFunction } from '../functions/lambda-function';
import { empty } from '../services/s3/versioning';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import type { FunctionModel } from './function-model';
import { functionModel } from './function-models';
import type { Provider, ProviderContext } from './provider';
import { ResourceFailure } from './provider';
import type { StandIn } from './stand-in';

/** The provider of a custom resource: its function runs, or what stands in for it. */
export const customResourceProvider: Provider = {
  create: (resource, cloud, context) => {
    const how = howOf(resource, cloud);
    if (how.kind === 'run') return create(resource, how.lambda, cloud, context);
    simulated(how, resource, cloud, context);
    return how.kind === 'modelled' ? how.model.create(resource, cloud) : standing(how.standIn, resource);
  },
  update: (resource, before, cloud, context) => {
    const how = howOf(resource, cloud);
    if (how.kind === 'run') {
      const request = { type: 'Update', resource, physicalId: resource.physicalId, before } as const;
      return made(ask(request, how.lambda, cloud, context));
    }
    simulated(how, resource, cloud, context);
    return how.kind === 'modelled' ? how.model.update(resource, before, cloud) : standing(how.standIn, resource);
  },
  remove: (resource, cloud, context) => {
    const how = howOf(resource, cloud);
    if (how.kind === 'run') {
      const request = { type: 'Delete', resource, physicalId: resource.physicalId } as const;
      return made(ask(request, how.lambda, cloud, context)).then(() => undefined);
    }
    if (how.kind === 'modelled') how.model.remove?.(resource, cloud);
    else
      how.standIn.remove?.(resource.properties, {
        emptyBucket: (name) => {
          emptyBucket(cloud, name);
        },
      });
    return undefined;
  },
};

/** How a custom resource is done here. */
type How =
  | { readonly kind: 'run'; readonly lambda: LambdaFunction }
  | { readonly kind: 'modelled'; readonly model: FunctionModel }
  | { readonly kind: 'stand-in'; readonly standIn: StandIn };

/** @throws ResourceFailure when its function cannot be run and nothing stands in for it */
function howOf(resource: ExistingResource, cloud: Cloud): How {
  const { type, properties } = resource;
  const standIn = cloud.standIns.get(type);
  if (standIn !== undefined && standIn.runsWith === undefined) return { kind: 'stand-in', standIn };
  const lambda = functionOf(scalarText(properties['ServiceToken']) ?? '', resource, cloud);
  const refused = typeof lambda === 'string' ? lambda : undefined;
  if (typeof lambda === 'object') {
    const model = functionModel(type, lambda);
    if (model !== undefined) return { kind: 'modelled', model };
    const sdk = standIn?.runsWith === undefined || cloud.functions.hasPackage(standIn.runsWith);
    if (notRun(lambda, cloud) === undefined && sdk) return { kind: 'run', lambda };
  }
  if (standIn !== undefined) return { kind: 'stand-in', standIn };
  const reason = refused ?? (typeof lambda === 'object' ? notRun(lambda, cloud) : undefined) ?? '';
  throw new ResourceFailure(`The local cloud does not run the function behind custom resource type ${type}: ${reason}`);
}

function notRun(lambda: LambdaFunction, cloud: Cloud): string | undefined {
  return notRunnable(lambda) ?? (cloud.endpoint === undefined ? 'it does not listen' : undefined);
}

/** The function of a service token, or why there is none. */
function functionOf(token: string, { account, region }: ExistingResource, cloud: Cloud): LambdaFunction | string {
  const [, , service, tokenRegion] = token.split(':');
  if (service === 'sns') return `its ServiceToken is an SNS topic, ${token}`;
  if (service !== 'lambda') return `its ServiceToken is no ARN of a Lambda function: ${token}`;
  if (tokenRegion !== region) return `its ServiceToken ${token} is not in the region of the stack, ${region}`;
  try {
    return findFunction(cloud.registry, { account, region }, token);
  } catch (error) {
    if (error instanceof ServiceError) return `${error.message} (Service: Lambda, Status Code: ${error.status})`;
    throw error;
  }
}

/** Says that the function itself does not run. */
function simulated(
  how: Exclude<How, { readonly kind: 'run' }>,
  resource: ExistingResource,
  cloud: Cloud,
  { stack }: ProviderContext,
): void {
  const { account, region, logicalId, type } = resource;
  const { what } = how.kind === 'modelled' ? how.model : how.standIn;
  cloud.emit({ kind: 'simulated', stack: stack.name, account, region, logicalId, type, what });
}

function standing({ attributes }: StandIn, { properties }: ExistingResource): Made {
  return { attributes: attributes?.(properties) ?? {} };
}

/** Creates; what the function refuses to create it is asked to delete, as CloudFormation does in its rollback. */
async function create(
  resource: ExistingResource,
  lambda: LambdaFunction,
  cloud: Cloud,
  context: ProviderContext,
): Promise<Made> {
  const response = await ask({ type: 'Create', resource }, lambda, cloud, context);
  if (response.status === 'SUCCESS') return madeBy(response);
  if (response.physicalId !== undefined && context.stack.running?.disableRollback !== true) {
    const request = { type: 'Delete', resource, physicalId: response.physicalId } as const;
    await ask(request, lambda, cloud, context);
  }
  throw new ResourceFailure(response.reason);
}

async function made(asked: Promise<CustomResourceResponse>): Promise<Made> {
  const response = await asked;
  if (response.status === 'FAILED') throw new ResourceFailure(response.reason);
  return madeBy(response);
}

function madeBy({ physicalId, data, noEcho }: CustomResourceResponse & { readonly status: 'SUCCESS' }): Made {
  return { physicalId, attributes: data, ...(noEcho ? { noEcho } : {}) };
}

/** Sends a request to the function and waits for its answer. @throws ResourceFailure when there is none */
async function ask(
  request: CustomResourceRequest,
  lambda: LambdaFunction,
  cloud: Cloud,
  context: ProviderContext,
): Promise<CustomResourceResponse> {
  const { resource } = request;
  const sent = sentRequest(request, cloud.endpoint ?? '', cloud.ids);
  const { answer, forget } = cloud.responses.expect(sent.responseKey, sent.signature);
  const timeout = Number(scalarText(resource.properties['ServiceTimeout']) ?? '3600');
  let timer: NodeJS.Timeout | undefined;
  try {
    const body = await Promise.race([
      answer,
      silence(sent, lambda, cloud),
      new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          reject(new ResourceFailure(noResponse(sent.requestId)));
        }, timeout * 1000);
      }),
      aborted(context.signal),
    ]);
    return customResourceResponse(body, {
      stackId: resource.stackId,
      requestId: sent.requestId,
      logicalId: resource.logicalId,
    });
  } finally {
    clearTimeout(timer);
    forget();
  }
}

/**
 * Ends when the function has ended, with everything that it started, and no answer has come. The real service waits for
 * its time-out, an hour, though nobody is left to answer.
 */
async function silence(sent: SentRequest, lambda: LambdaFunction, cloud: Cloud): Promise<never> {
  const invocation = await cloud.functions.invoke(lambda, JSON.stringify(sent.event));
  await cloud.functions.idle();
  throw new ResourceFailure(noResponse(invocation.requestId) + causeOf(invocation));
}

/** The words of the service. */
function noResponse(requestId: string): string {
  return `CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [${requestId}]. If you are using the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation can attach the updated version.`;
}

function causeOf({ fault, hint }: Invocation): string {
  const parts = [fault && `the function failed: ${fault.errorType}: ${fault.errorMessage}`, hint];
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 ? '' : ` (${known.join('; ')})`;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = (): void => {
      reject(new ResourceFailure('Resource creation cancelled'));
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

function emptyBucket(cloud: Cloud, name: string): void {
  const bucket = cloud.buckets.get(name);
  if (bucket !== undefined) empty(bucket);
}
