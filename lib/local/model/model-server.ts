import type { Json, JsonObject } from '../../constraints/json';
import { isList, isObject, tryParseJson } from '../../constraints/json';
import { listAt, numberAt, textAt } from '../../constraints/value';
import { attributed } from './attribution';
import type { ChatAnswer, ChatTurn } from './chat';
import type {
  ChatSettings,
  Embeddings,
  GroundedAnswer,
  GroundedPart,
  LanguageModel,
  StreamedAnswer,
} from './language-model';
import { ModelServerError } from './language-model';
import { estimatedTokens } from './lexical-embedding';
import { serverEvents } from './server-events';
import { sentencesOf } from './words';

/** An OpenAI-compatible server. */
export interface ModelServerOptions {
  /** What stands before `/chat/completions` and `/embeddings`, such as `http://127.0.0.1:8080/v1`. */
  readonly url: string;
  /** Sent as a bearer token. @default - none is sent */
  readonly key?: string;
  /** Model that answers. @default - the first that the server lists */
  readonly model?: string;
  /** Model that embeds. @default - the one that answers */
  readonly embeddingModel?: string;
}

/**
 * A model behind the API of OpenAI: chat completions, streamed or not, and embeddings. Nothing is sent but to the address that is
 * named: redirects are not followed. Answers have the model name that the server gives.
 */
export function modelServer(options: ModelServerOptions): LanguageModel {
  return new ModelServer(options);
}

/** What the server is told where an answer must come from passages. */
const groundedPrompt =
  'Answer the question with the passages below only. Where they have no answer, say only that they do not answer it.';

class ModelServer implements LanguageModel {
  #listed: Promise<string> | undefined;

  constructor(private readonly options: ModelServerOptions) {}

  async chat(turns: readonly ChatTurn[], settings: ChatSettings = {}): Promise<ChatAnswer> {
    const body = await this.#json('/chat/completions', { ...chatBody(turns, settings), model: await this.#model() });
    const text = textAt(body, 'choices', 0, 'message', 'content');
    if (text === undefined) throw unreadable('the completion has no choices[0].message.content');
    return {
      text,
      inputTokens: numberAt(body, 'usage', 'prompt_tokens') ?? tokensOf(turns),
      outputTokens: numberAt(body, 'usage', 'completion_tokens') ?? estimatedTokens(text),
      cut: textAt(body, 'choices', 0, 'finish_reason') === 'length',
      model: textAt(body, 'model') ?? (await this.#model()),
    };
  }

  async stream(turns: readonly ChatTurn[], settings: ChatSettings = {}): Promise<StreamedAnswer> {
    const model = await this.#model();
    const response = await this.#send('/chat/completions', {
      ...chatBody(turns, settings),
      model,
      stream: true,
      stream_options: { include_usage: true },
    });
    const { events, broken } = serverEvents(await partial(response));
    const read = events.map((event) => parsed(event));
    const pieces = read
      .flatMap((event) => textAt(event, 'choices', 0, 'delta', 'content') ?? [])
      .filter((piece) => piece !== '');
    const reasons = read.flatMap((event) => textAt(event, 'choices', 0, 'finish_reason') ?? []);
    const usage = read.findLast((event) => numberAt(event, 'usage', 'prompt_tokens') !== undefined);
    const failure = read.flatMap((event) => textAt(event, 'error', 'message') ?? [])[0];
    const why = failure ?? (broken && reasons.length === 0 ? 'the stream ended before the answer did' : undefined);
    const text = pieces.join('');
    return {
      text,
      pieces,
      inputTokens: numberAt(usage, 'usage', 'prompt_tokens') ?? tokensOf(turns),
      outputTokens: numberAt(usage, 'usage', 'completion_tokens') ?? estimatedTokens(text),
      cut: reasons.includes('length'),
      model: read.flatMap((event) => textAt(event, 'model') ?? [])[0] ?? model,
      ...(why === undefined ? {} : { broken: why }),
    };
  }

  async answer(question: string, passages: readonly string[]): Promise<GroundedAnswer> {
    const context = passages.map((text, place) => `Passage ${place + 1}:\n${text}`).join('\n\n');
    const { text, model } = await this.chat(
      [
        { role: 'system', text: `${groundedPrompt}\n\n${context}` },
        { role: 'user', text: question },
      ],
      { temperature: 0 },
    );
    let from = 0;
    const parts = sentencesOf(text).map((sentence): GroundedPart => {
      const start = text.indexOf(sentence, from);
      from = start + sentence.length;
      return { text: sentence, start, passage: attributed(sentence, passages) };
    });
    return { text, parts, model };
  }

  async embed(texts: readonly string[], dimension: number): Promise<Embeddings> {
    const model = this.options.embeddingModel ?? (await this.#model());
    const body = await this.#json('/embeddings', {
      model,
      input: texts,
      dimensions: dimension,
      encoding_format: 'float',
    });
    const vectors = listAt(body, 'data')
      .toSorted((left, right) => (numberAt(left, 'index') ?? 0) - (numberAt(right, 'index') ?? 0))
      .map((row) => vectorOf(row));
    if (vectors.length !== texts.length) throw unreadable(`${vectors.length} vectors for ${texts.length} texts`);
    const other = vectors.find(({ length }) => length !== dimension);
    if (other !== undefined)
      throw unreadable(`the vectors of ${model} have ${other.length} numbers, and ${dimension} are needed`);
    return {
      vectors,
      inputTokens:
        numberAt(body, 'usage', 'prompt_tokens') ?? texts.reduce((sum, text) => sum + estimatedTokens(text), 0),
      model: textAt(body, 'model') ?? model,
    };
  }

  #model(): Promise<string> {
    const { model } = this.options;
    if (model !== undefined) return Promise.resolve(model);
    this.#listed ??= this.#firstListed().catch((error: unknown) => {
      // A server that is not there yet may be there at the next request.
      this.#listed = undefined;
      throw error;
    });
    return this.#listed;
  }

  async #firstListed(): Promise<string> {
    const name = textAt(parsed(await (await this.#send('/models')).text()), 'data', 0, 'id');
    if (name === undefined) throw unreadable('/models lists no model: name one');
    return name;
  }

  async #json(path: string, body: JsonObject): Promise<JsonObject> {
    const response = await this.#send(path, body);
    const text = await response.text().catch((error: unknown) => {
      throw new ModelServerError('unreachable', `the model server closed the connection: ${reasonOf(error)}`);
    });
    return parsed(text);
  }

  async #send(path: string, body?: JsonObject): Promise<Response> {
    const { url, key } = this.options;
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new ModelServerError('unreachable', `the model server at ${url} cannot be reached: ${reasonOf(error)}`);
    });
    if (response.ok) return response;
    const said = (await response.text().catch(() => '')).slice(0, 500);
    throw new ModelServerError('refused', `the model server answered ${response.status}: ${said}`, response.status);
  }
}

function chatBody(turns: readonly ChatTurn[], { maxTokens, temperature, topP }: ChatSettings): JsonObject {
  return {
    messages: turns.map(({ role, text }) => ({ role, content: text })),
    ...(maxTokens === undefined || maxTokens === Number.POSITIVE_INFINITY ? {} : { max_tokens: maxTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
  };
}

/** What came of a body before it ended, or before its connection was closed. */
async function partial({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>)
      text += decoder.decode(chunk, { stream: true });
  } catch {
    // The end of the stream is missing, and `serverEvents` says so.
  }
  return text;
}

function parsed(text: string): JsonObject {
  const read = tryParseJson(text);
  if (isObject(read)) return read;
  throw unreadable('the model server answered no JSON object');
}

function vectorOf(row: Json): Float32Array {
  const numbers = isObject(row) ? row['embedding'] : undefined;
  if (!isList(numbers) || !numbers.every((number) => typeof number === 'number'))
    throw unreadable('an embedding is not a list of numbers');
  return Float32Array.from(numbers.map(Number));
}

function tokensOf(turns: readonly ChatTurn[]): number {
  return estimatedTokens(turns.map(({ text }) => text).join('\n'));
}

function unreadable(what: string): ModelServerError {
  return new ModelServerError('unreadable', what);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message : String(cause);
}
