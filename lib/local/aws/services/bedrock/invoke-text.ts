import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject } from '../../../../constraints/json';
import { textAt } from '../../../../constraints/value';
import type { StreamedAnswer } from '../../../model/language-model';
import { ServiceError } from '../../errors';
import { membersOf } from '../../protocols/json';
import { assertUnderstood } from '../understood';

/** How a family of models writes requests and answers of InvokeModel. */
export interface TextFamily {
  /** Members of its requests that are understood. */
  readonly members: readonly string[];
  readonly required: readonly string[];
  /** The request as one of Converse. */
  readonly asConversation: (body: JsonObject) => JsonObject;
  readonly answer: (answer: StreamedAnswer, id: string) => JsonObject;
  /** The bodies of the chunks of a stream. */
  readonly chunks: (answer: StreamedAnswer, id: string) => readonly JsonObject[];
}

/**
 * Requests of the Messages API. Sources: Amazon Bedrock user guide, "Anthropic Claude Messages API", request and response; events of
 * a stream as in the Messages API of Anthropic (read 2026-12-01).
 */
const claude: TextFamily = {
  members: ['anthropic_version', 'max_tokens', 'system', 'messages', 'temperature', 'top_p'],
  required: ['anthropic_version', 'max_tokens', 'messages'],
  asConversation: (body) => ({
    ...(body['system'] === undefined ? {} : { system: blocksOf(body['system']) }),
    messages: isList(body['messages']) ? body['messages'].map(messageOf) : [],
    inferenceConfig: settingsOf(body, 'max_tokens'),
  }),
  answer: (answer, id) => ({
    ...claudeMessage(id),
    content: [{ type: 'text', text: answer.text }],
    stop_reason: reasonOf(answer),
    usage: { input_tokens: answer.inputTokens, output_tokens: answer.outputTokens },
  }),
  chunks: (answer, id) => [
    {
      type: 'message_start',
      message: {
        ...claudeMessage(id),
        content: [],
        stop_reason: null,
        usage: { input_tokens: answer.inputTokens, output_tokens: 0 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...answer.pieces.map((text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
    ...(answer.broken === undefined
      ? [
          { type: 'content_block_stop', index: 0 },
          {
            type: 'message_delta',
            delta: { stop_reason: reasonOf(answer), stop_sequence: null },
            usage: { output_tokens: answer.outputTokens },
          },
          { type: 'message_stop' },
        ]
      : []),
  ],
};

/** Requests like those of Converse. Source: Amazon Nova user guide, "Complete request schema" and "Using the Invoke API" (read 2026-12-01). */
const nova: TextFamily = {
  members: [
    'schemaVersion=messages-v1',
    'system',
    'messages',
    'inferenceConfig.maxTokens',
    'inferenceConfig.temperature',
    'inferenceConfig.topP',
  ],
  required: ['messages'],
  asConversation: (body) => body,
  answer: (answer) => ({
    output: { message: { role: 'assistant', content: [{ text: answer.text }] } },
    stopReason: reasonOf(answer),
    usage: novaUsage(answer),
  }),
  chunks: (answer) => [
    { messageStart: { role: 'assistant' } },
    ...answer.pieces.map((text) => ({ contentBlockDelta: { delta: { text }, contentBlockIndex: 0 } })),
    ...(answer.broken === undefined
      ? [
          { contentBlockStop: { contentBlockIndex: 0 } },
          { messageStop: { stopReason: reasonOf(answer) } },
          { metadata: { usage: novaUsage(answer) } },
        ]
      : []),
  ],
};

/** Prompts. Source: Amazon Bedrock user guide, "Meta Llama models", request and response (read 2026-12-01). */
const llama: TextFamily = {
  members: ['prompt', 'max_gen_len', 'temperature', 'top_p'],
  required: ['prompt'],
  asConversation: (body) => ({
    messages: [{ role: 'user', content: [{ text: textAt(body, 'prompt') ?? '' }] }],
    inferenceConfig: settingsOf(body, 'max_gen_len'),
  }),
  answer: (answer) => llamaPart(answer.text, answer, true),
  chunks: (answer) =>
    answer.pieces.map((text, place) =>
      llamaPart(text, answer, answer.broken === undefined && place === answer.pieces.length - 1),
    ),
};

/** Every family of models that generate text and whose requests are known here. */
export const textFamilies: readonly TextFamily[] = [claude, nova, llama];

/** The family of a model, by its id. @throws ServiceError (NotImplemented) for one whose requests are not known here */
export function textFamilyOf(id: string): TextFamily {
  if (id.startsWith('anthropic.claude')) return claude;
  if (id.startsWith('amazon.nova')) return nova;
  if (id.startsWith('meta.llama')) return llama;
  throw new ServiceError(
    'NotImplemented',
    `The local cloud implements InvokeModel for Claude, Nova, Llama and the text embeddings of Titan and Cohere, not for ${id}; use Converse to generate text`,
    501,
  );
}

/** The request of a family as one of Converse. @throws ServiceError (ValidationException, NotImplemented) */
export function asConversation(family: TextFamily, body: JsonObject): JsonObject {
  assertUnderstood('bedrock:InvokeModel', membersOf(body), family.members);
  const missing = family.required.find((name) => body[name] === undefined);
  if (missing === undefined) return family.asConversation(body);
  throw new ServiceError(
    'ValidationException',
    `Malformed input request: #: required key [${missing}] not found, please reformat your input and try again.`,
  );
}

function messageOf(message: Json): Json {
  return isObject(message) && message['content'] !== undefined
    ? { ...message, content: blocksOf(message['content']) }
    : message;
}

/** Texts of the Messages API as blocks of Converse; a block that is no text keeps its type as its name, and is refused by it. */
function blocksOf(content: Json): Json {
  if (!isList(content)) return [{ text: content }];
  return content.map((block) => {
    const type = textAt(block, 'type') ?? 'text';
    return type === 'text' ? { text: textAt(block, 'text') ?? '' } : { [type]: block };
  });
}

function settingsOf(body: JsonObject, most: string): JsonObject {
  const named = { maxTokens: body[most], temperature: body['temperature'], topP: body['top_p'] };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function claudeMessage(id: string): JsonObject {
  return { id: 'msg_bdrk_local', type: 'message', role: 'assistant', model: id, stop_sequence: null };
}

function reasonOf({ cut }: StreamedAnswer): string {
  return cut ? 'max_tokens' : 'end_turn';
}

function novaUsage({ inputTokens, outputTokens }: StreamedAnswer): JsonObject {
  return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
}

function llamaPart(generation: string, { inputTokens, outputTokens, cut }: StreamedAnswer, last: boolean): JsonObject {
  return {
    generation,
    prompt_token_count: inputTokens,
    generation_token_count: outputTokens,
    stop_reason: last ? (cut ? 'length' : 'stop') : null,
  };
}
