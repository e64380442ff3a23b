import type { Json, JsonObject } from '../../constraints/json';
import { isList, isObject } from '../../constraints/json';
import { numberAt } from '../../constraints/value';
import type { ChatTurn } from '../model/chat';
import { contextWindows } from '../model/context-windows';
import type { LanguageModel } from '../model/language-model';
import { ModelServerError } from '../model/language-model';
import { estimatedTokens } from '../model/lexical-embedding';
import { assertMay } from './caller';
import type { DataAnswer, DataCall } from './exchange';
import { assertMembers, bodyOf, notImplemented, Refusal } from './exchange';
import type { AzureResource } from './resource';
import { nameOf, textOf } from './resource';

/**
 * Lengths of the vectors of embedding models: the default first, and the shortest that can be asked for.
 * They were not compared with the service.
 */
const dimensions: Readonly<Record<string, { readonly default: number; readonly least: number }>> = {
  'text-embedding-ada-002': { default: 1536, least: 1536 },
  'text-embedding-3-small': { default: 1536, least: 1 },
  'text-embedding-3-large': { default: 3072, least: 1 },
};

/** Texts of one request, and tokens of one text. Source: Microsoft Learn, Azure OpenAI embeddings how-to (read 2026-12-01). */
const most = { inputs: 2048, tokens: 8192 };

const chatMembers = new Set([
  'messages',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'top_p',
  'model',
  'user',
]);
const embeddingMembers = new Set(['input', 'dimensions', 'encoding_format', 'model', 'user', 'input_type']);

/** What the data plane answers from. */
interface OpenAiBackground {
  readonly all: readonly AzureResource[];
  /** What generates and embeds text. */
  readonly model: LanguageModel;
}

/** The data plane of an Azure OpenAI account: embeddings and chat completions of its deployments, by a stand-in or a server. */
export async function openAiAnswer(
  call: DataCall,
  account: AzureResource,
  { all, model: languageModel }: OpenAiBackground,
): Promise<DataAnswer> {
  const [openai, kind, name = '', ...operation] = call.path;
  if (openai !== 'openai' || kind !== 'deployments' || call.method !== 'POST')
    throw notImplemented(`${call.method} /${call.path.join('/')} of Azure OpenAI`);
  assertMay('openai-infer', call, account, all);
  const deployment = all.find(
    (resource) =>
      resource.type === 'azure-native:cognitiveservices:Deployment' &&
      resource.id.toLowerCase().startsWith(`${account.id.toLowerCase()}/`) &&
      nameOf(resource) === name,
  );
  if (deployment === undefined)
    throw new Refusal(404, 'DeploymentNotFound', `The API deployment ${name} for this resource does not exist.`);
  const model = textOf(deployment, 'properties', 'model', 'name') ?? '';
  switch (operation.join('/')) {
    case 'embeddings':
      return { status: 200, body: await fromServer(() => embeddings(bodyOf(call), model, languageModel)) };
    case 'chat/completions':
      return { status: 200, body: await fromServer(() => completion(bodyOf(call), model, languageModel)) };
    default:
      throw notImplemented(`${operation.join('/')} of Azure OpenAI`);
  }
}

/** @throws Refusal 429 where the server has too many requests, 503 where it cannot be reached, 500 for the rest */
async function fromServer(ask: () => Promise<object>): Promise<object> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ModelServerError)) throw error;
    if (error.status === 429) throw new Refusal(429, 'RateLimitReached', error.message);
    throw error.kind === 'unreachable'
      ? new Refusal(503, 'ServiceUnavailable', error.message)
      : new Refusal(500, 'InternalServerError', error.message);
  }
}

async function embeddings(body: JsonObject, model: string, languageModel: LanguageModel): Promise<object> {
  assertMembers(body, embeddingMembers, 'embeddings');
  const known = dimensions[model];
  if (known === undefined)
    throw new Refusal(
      400,
      'OperationNotSupported',
      `The embeddings operation does not work with the specified model, ${model}.`,
    );
  const { input } = body;
  const texts = isList(input) ? input : [input];
  if (
    texts.length === 0 ||
    texts.length > most.inputs ||
    !texts.every((text) => typeof text === 'string' && text !== '')
  )
    throw new Refusal(400, 'invalid_request_error', `'$.input' is invalid: 1 to ${most.inputs} texts are taken.`);
  const length = numberAt(body, 'dimensions') ?? known.default;
  if (!Number.isInteger(length) || length < known.least || length > known.default)
    throw new Refusal(
      400,
      'invalid_request_error',
      `dimensions: ${model} gives ${known.least} to ${known.default} numbers.`,
    );
  const read = texts.map(String);
  const tooLong = read.findIndex((text) => estimatedTokens(text) > most.tokens);
  if (tooLong >= 0)
    throw new Refusal(
      400,
      'invalid_request_error',
      `This model's maximum context length is ${most.tokens} tokens; input[${tooLong}] has more.`,
    );
  const embedded = await languageModel.embed(read, length);
  const inBase64 = body['encoding_format'] === 'base64';
  return {
    object: 'list',
    model: embedded.model,
    data: embedded.vectors.map((vector, index) => {
      const embedding = inBase64 ? Buffer.from(vector.buffer).toString('base64') : [...vector];
      return { object: 'embedding', index, embedding };
    }),
    usage: { prompt_tokens: embedded.inputTokens, total_tokens: embedded.inputTokens },
  };
}

/** A chat completion of a model, in the shape of OpenAI. Errors: Refusal 400, or 501 for what is not there. */
export async function completion(body: JsonObject, model: string, languageModel: LanguageModel): Promise<object> {
  if (Object.hasOwn(dimensions, model))
    throw new Refusal(
      400,
      'OperationNotSupported',
      `The chatCompletion operation does not work with the specified model, ${model}.`,
    );
  assertMembers(body, chatMembers, 'chat completions');
  const { messages } = body;
  if (!isList(messages) || messages.length === 0)
    throw new Refusal(400, 'invalid_request_error', "'messages' must have at least one message.");
  const limit = numberAt(body, 'max_completion_tokens') ?? numberAt(body, 'max_tokens');
  const turns = messages.map(turnOf);
  assertFits(model, turns);
  const answer = await languageModel.chat(turns, {
    maxTokens: limit,
    temperature: numberAt(body, 'temperature'),
    topP: numberAt(body, 'top_p'),
  });
  return {
    id: 'chatcmpl-local',
    object: 'chat.completion',
    // No clock: the same request has the same answer.
    created: 0,
    model: answer.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: answer.text },
        finish_reason: answer.cut ? 'length' : 'stop',
      },
    ],
    usage: {
      prompt_tokens: answer.inputTokens,
      completion_tokens: answer.outputTokens,
      total_tokens: answer.inputTokens + answer.outputTokens,
    },
  };
}

/** Source of the words: webtimemachine/wtm2#579 (2024-11-04). Tokens are counted by rule of thumb. @throws Refusal 400 */
function assertFits(model: string, turns: readonly ChatTurn[]): void {
  const most = Object.hasOwn(contextWindows.azureOpenAi, model) ? contextWindows.azureOpenAi[model] : undefined;
  const tokens = estimatedTokens(turns.map(({ text }) => text).join('\n'));
  if (most === undefined || tokens <= most) return;
  throw new Refusal(
    400,
    'context_length_exceeded',
    `This model's maximum context length is ${most} tokens. However, your messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
  );
}

function turnOf(message: Json, place: number): ChatTurn {
  const role = isObject(message) ? message['role'] : undefined;
  const content = isObject(message) ? message['content'] : undefined;
  const known = role === 'system' || role === 'developer' || role === 'user' || role === 'assistant';
  if (!known)
    throw new Refusal(400, 'invalid_request_error', `messages[${place}].role: system, developer, user or assistant.`);
  if (typeof content !== 'string') throw notImplemented(`messages[${place}].content that is no text`);
  return { role: role === 'developer' ? 'system' : role, text: content };
}
