import { createHash } from 'node:crypto';
import { isObject } from '../../constraints/json';
import { at, textAt } from '../../constraints/value';
import type { LanguageModel } from '../model/language-model';
import { ModelServerError } from '../model/language-model';
import { assertScores } from './endpoint-caller';
import type { DataAnswer, DataCall } from './exchange';
import { bodyOf, Refusal } from './exchange';
import { completion } from './openai-service';
import type { AzureResource } from './resource';
import { nameOf } from './resource';

/** What an endpoint answers from. */
export interface EndpointContext {
  readonly endpoint: AzureResource;
  readonly all: readonly AzureResource[];
  /** Requests that were routed by traffic, by id of the endpoint. */
  readonly routed: Map<string, number>;
  /** What generates text in the place of a deployment's model. */
  readonly model: LanguageModel;
}

/** A number without a common factor with 100: its multiples meet every hundredth once in a hundred requests. */
const stride = 61;

/**
 * The data plane of an ML online endpoint. A request goes to the deployment that the header `azureml-model-deployment` names, else
 * to one by the shares of the traffic: of any hundred requests in a row each deployment gets exactly its share. Mirrored traffic
 * changes no answer. The container of a deployment speaks the chat completions of OpenAI, as the containers of this kit do.
 *
 * Statuses: MicrosoftDocs/azure-ai-docs, how-to-troubleshoot-online-endpoints, "Common error codes for managed online endpoints"
 * (read 2026-12-01). Texts of errors were not compared with the service.
 */
export async function endpointAnswer(call: DataCall, context: EndpointContext): Promise<DataAnswer> {
  const { endpoint, all } = context;
  assertScores(call, endpoint, all);
  const deployments = all.filter(
    ({ type, id }) =>
      type === 'azure-native:machinelearningservices:OnlineDeployment' &&
      id.toLowerCase().startsWith(`${endpoint.id.toLowerCase()}/`),
  );
  const chosen = deploymentOf(call, deployments.map(nameOf), context);
  const answered = await contained(call, context.model);
  return { ...answered, headers: { ...answered.headers, 'azureml-model-deployment': chosen } };
}

function deploymentOf(
  { headers }: DataCall,
  deployments: readonly string[],
  { endpoint, routed }: EndpointContext,
): string {
  const named = headers['azureml-model-deployment'];
  if (named !== undefined) {
    if (deployments.includes(named)) return named;
    throw new Refusal(404, 'NotFound', `The endpoint has no deployment ${named}.`);
  }
  const shares = deployments.map((name) => ({ name, share: shareOf(endpoint, name) })).filter(({ share }) => share > 0);
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  const [first] = shares;
  if (first === undefined)
    throw new Refusal(404, 'NotFound', "The endpoint doesn't have any valid deployment with positive weight.");
  const count = routed.get(endpoint.id) ?? 0;
  routed.set(endpoint.id, count + 1);
  let place = (((seedOf(endpoint.id) + count * stride) % 100) * total) / 100;
  for (const { name, share } of shares) {
    if (place < share) return name;
    place -= share;
  }
  return first.name;
}

/** Percentage of the traffic; a release step writes it into what the program gave. */
function shareOf({ inputs }: AzureResource, deployment: string): number {
  const traffic = at(inputs, 'properties', 'traffic');
  const share = isObject(traffic) && Object.hasOwn(traffic, deployment) ? traffic[deployment] : 0;
  return typeof share === 'number' ? share : 0;
}

/** Where an endpoint begins among the hundredths: endpoints do not all begin with the same deployment. */
function seedOf(id: string): number {
  return createHash('sha256').update(id.toLowerCase()).digest().readUInt32BE(0) % 100;
}

/** The container of a deployment. What it refuses, the endpoint answers as an error of the model. */
async function contained(call: DataCall, model: LanguageModel): Promise<DataAnswer> {
  const path = call.path.join('/');
  if (call.method === 'GET' && path === 'health') return { status: 200 };
  if (call.method !== 'POST' || path !== 'v1/chat/completions') return modelError(404, 'Not Found');
  try {
    const body = bodyOf(call);
    return { status: 200, body: await completion(body, textAt(body, 'model') ?? '', model) };
  } catch (error) {
    // Words of a model server are those of the container.
    if (error instanceof ModelServerError) return modelError(error.status ?? 502, error.message);
    if (error instanceof Refusal && error.status < 500) return modelError(error.status, error.message);
    throw error;
  }
}

/** Code of the service for what the container refused. */
const refusedByContainer = 'ModelError';

function modelError(status: number, reason: string): DataAnswer {
  return {
    status: 424,
    headers: {
      'ms-azureml-model-error-statuscode': String(status),
      'ms-azureml-model-error-reason': encodeURIComponent(reason),
    },
    body: { error: { code: refusedByContainer, message: reason } },
  };
}
