import type { Json, JsonObject } from '../../../../constraints/json';
import { isList, isObject, scalarText } from '../../../../constraints/json';
import { numberAt } from '../../../../constraints/value';
import type { ChatTurn } from '../../../model/chat';
import type { ChatSettings } from '../../../model/language-model';
import { ServiceError } from '../../errors';
import type { CallContext, WireAnswer } from '../call';
import type { RestInput } from '../rest-operations';
import type { GuardedAnswer } from './guardrail/conversation';
import { guardrailMembers, throughGuardrail } from './guardrail/conversation';
import { fromModel, modelAnswer, streamOf } from './model-answer';
import { requireModel } from './models';
import { assertFits } from './prompt-limit';

/** Members of a conversation that the stand-in understands or may leave out of account without another answer. */
export const converseMembers = [
  'messages',
  'system',
  'inferenceConfig.maxTokens',
  'inferenceConfig.temperature',
  'inferenceConfig.topP',
  'requestMetadata',
  ...guardrailMembers,
];

/** Converse. */
export async function converse(input: RestInput, context: CallContext): Promise<WireAnswer> {
  const { turns, settings } = conversationOf(input, context);
  const { model } = context.cloud;
  const guarded = await throughGuardrail(input.body, turns, context, async (asked) => {
    const answer = await fromModel(() => model.chat(asked, settings));
    return { ...answer, pieces: [answer.text] };
  });
  return modelAnswer(guarded.answer.model, {
    output: { message: { role: 'assistant', content: [{ text: guarded.answer.text }] } },
    stopReason: stopReasonOf(guarded),
    ...endOf(guarded),
  });
}

/** ConverseStream: the answer of Converse in pieces. They are sent together, when the answer is whole. */
export async function converseStream(input: RestInput, context: CallContext): Promise<WireAnswer> {
  const { turns, settings } = conversationOf(input, context);
  const { model } = context.cloud;
  const guarded = await throughGuardrail(input.body, turns, context, (asked) =>
    fromModel(() => model.stream(asked, settings)),
  );
  const { answer } = guarded;
  return streamOf(answer, [
    { type: 'messageStart', body: { role: 'assistant' } },
    ...answer.pieces.map((text) => ({ type: 'contentBlockDelta', body: { contentBlockIndex: 0, delta: { text } } })),
    ...(answer.broken === undefined
      ? [
          { type: 'contentBlockStop', body: { contentBlockIndex: 0 } },
          { type: 'messageStop', body: { stopReason: stopReasonOf(guarded) } },
          { type: 'metadata', body: endOf(guarded) },
        ]
      : []),
  ]);
}

/** A conversation, and how to answer it. */
export interface Conversation {
  readonly turns: readonly ChatTurn[];
  readonly settings: ChatSettings;
}

/** The conversation of a request. @throws ServiceError (ValidationException, NotImplemented) */
export function conversationOf(
  { path, body }: Pick<RestInput, 'path' | 'body'>,
  { region }: CallContext,
): Conversation {
  const { id } = requireModel(path['modelId'] ?? '', { use: 'text', region });
  const { messages } = body;
  if (!isList(messages) || messages.length === 0)
    throw new ServiceError(
      'ValidationException',
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    );
  const turns = messages.map(turnOf);
  if (turns[0]?.role !== 'user')
    throw new ServiceError(
      'ValidationException',
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    );
  const twice = turns.findIndex(({ role }, place) => role === turns[place - 1]?.role);
  if (twice > 0)
    throw new ServiceError(
      'ValidationException',
      `messages[${twice}]: the roles of a conversation must alternate between user and assistant`,
    );
  const system = isList(body['system']) ? body['system'].map((block) => textOf(block, 'system')) : [];
  const maxTokens = numberAt(body, 'inferenceConfig', 'maxTokens');
  if (maxTokens !== undefined && (!Number.isInteger(maxTokens) || maxTokens < 1))
    throw new ServiceError('ValidationException', 'inferenceConfig.maxTokens: expected a whole number of at least 1');
  const all = [...system.map((text): ChatTurn => ({ role: 'system', text })), ...turns];
  assertFits(id, all);
  return {
    turns: all,
    settings: {
      maxTokens,
      temperature: numberAt(body, 'inferenceConfig', 'temperature'),
      topP: numberAt(body, 'inferenceConfig', 'topP'),
    },
  };
}

function turnOf(message: Json, place: number): ChatTurn {
  const role = isObject(message) ? scalarText(message['role']) : undefined;
  const content = isObject(message) ? message['content'] : undefined;
  if ((role !== 'user' && role !== 'assistant') || !isList(content) || content.length === 0)
    throw new ServiceError(
      'ValidationException',
      `messages[${place}]: a message has the role user or assistant, and content`,
    );
  return { role, text: content.map((block) => textOf(block, `messages[${place}].content`)).join('\n') };
}

/** @throws ServiceError (NotImplemented) for images, documents, tools and what else is no text */
function textOf(block: Json, place: string): string {
  const text = isObject(block) ? block['text'] : undefined;
  if (typeof text === 'string' && text.trim() !== '') return text;
  const [kind] = isObject(block) ? Object.keys(block) : [];
  if (kind === undefined || kind === 'text')
    throw new ServiceError('ValidationException', `${place}: the text field of a content block is blank`);
  throw new ServiceError('NotImplemented', `The local cloud does not implement ${place} with ${kind}, only text`, 501);
}

function stopReasonOf({ answer, intervened }: GuardedAnswer): string {
  if (intervened) return 'guardrail_intervened';
  return answer.cut ? 'max_tokens' : 'end_turn';
}

/** What stands at the end of an answer. The time of a model here says nothing about the service. */
function endOf({ answer, trace }: GuardedAnswer): JsonObject {
  const { inputTokens, outputTokens } = answer;
  return {
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 0 },
    ...(trace === undefined ? {} : { trace }),
  };
}
