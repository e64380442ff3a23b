import { chat } from './chat';
import { extractiveAnswer } from './extractive-answer';
import type { GroundedPart, LanguageModel } from './language-model';
import { estimatedTokens, lexicalEmbedding, lexicalModel } from './lexical-embedding';
import { labelled, noAnswer, standInLabel } from './stand-in';

/** Characters of one piece of a streamed answer. */
const pieceCharacters = 40;

/** The model of a local cloud that names no server: extractive answers, which say so, and lexical embeddings. */
export const standInModel: LanguageModel = {
  chat: (turns, settings) => Promise.resolve(chat(turns, settings?.maxTokens)),
  stream: (turns, settings) => {
    const answer = chat(turns, settings?.maxTokens);
    return Promise.resolve({
      ...answer,
      pieces: answer.text.match(new RegExp(`[^]{1,${pieceCharacters}}`, 'g')) ?? [],
    });
  },
  answer: (question, passages) => {
    let start = standInLabel.length + 1;
    const parts = extractiveAnswer(question, passages).map(({ sentence, passage }): GroundedPart => {
      const part = { text: sentence, start, passage };
      start += sentence.length + 1;
      return part;
    });
    const text = labelled(parts.length === 0 ? noAnswer : parts.map((part) => part.text).join(' '));
    return Promise.resolve({ text, parts, model: lexicalModel });
  },
  embed: (texts, dimension) =>
    Promise.resolve({
      vectors: texts.map((text) => lexicalEmbedding(text, dimension)),
      inputTokens: texts.reduce((sum, text) => sum + estimatedTokens(text), 0),
      model: lexicalModel,
    }),
};
