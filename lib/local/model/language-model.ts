import type { ChatAnswer, ChatTurn } from './chat';

/** How an answer is generated. */
export interface ChatSettings {
  /** Tokens of the longest answer. @default - the model decides */
  readonly maxTokens?: number | undefined;
  /** @default - that of the model; a stand-in has none */
  readonly temperature?: number | undefined;
  /** @default - that of the model; a stand-in has none */
  readonly topP?: number | undefined;
}

/** Vectors of texts. */
export interface Embeddings {
  /** One for each text, in their order, each of the requested length. */
  readonly vectors: readonly Float32Array[];
  readonly inputTokens: number;
  /** The model that made them. */
  readonly model: string;
}

/** A sentence of an answer. */
export interface GroundedPart {
  readonly text: string;
  /** Place of its first character in the answer. */
  readonly start: number;
  /** Index of the passage that it is from; undefined where no passage has it. */
  readonly passage: number | undefined;
}

/** An answer from passages. */
export interface GroundedAnswer {
  readonly text: string;
  readonly parts: readonly GroundedPart[];
  /** The model that answered. */
  readonly model: string;
}

/**
 * What generates and embeds text in the local clouds: the stand-in, or a server that the user names. Both clouds ask the same one.
 * Every method fails with a `ModelServerError`, and then nothing of its answer is used.
 */
export interface LanguageModel {
  /** Answers the last turn of a conversation. */
  chat(turns: readonly ChatTurn[], settings?: ChatSettings): Promise<ChatAnswer>;
  /** The answer of `chat`, in the pieces in which it comes. */
  stream(turns: readonly ChatTurn[], settings?: ChatSettings): Promise<StreamedAnswer>;
  /** Answers a question from passages only, the most relevant first. */
  answer(question: string, passages: readonly string[]): Promise<GroundedAnswer>;
  /** @param dimension length of each vector */
  embed(texts: readonly string[], dimension: number): Promise<Embeddings>;
}

/** An answer in pieces, which together are its text. */
export interface StreamedAnswer extends ChatAnswer {
  readonly pieces: readonly string[];
  /** Why the stream ended before its end. @default - it did not */
  readonly broken?: string;
}

/** Why a model server gave no answer. */
export class ModelServerError extends Error {
  constructor(
    /** `unreachable`: no connection; `refused`: another status than 2xx; `unreadable`: an answer in another shape than was asked for. */
    readonly kind: 'unreachable' | 'refused' | 'unreadable',
    message: string,
    /** HTTP status of a refusal. */
    readonly status?: number,
  ) {
    super(message);
    this.name = 'ModelServerError';
  }
}
