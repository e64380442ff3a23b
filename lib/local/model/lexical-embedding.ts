import { createHash } from 'node:crypto';
import { contentWords } from './words';

/** What answers, embeddings and token counts of the local cloud come from: every answer of them says so. */
export const lexicalModel = 'llmops-local-lexical';

/**
 * A vector of unit length that stands for the words of a text: texts with the same words are near, whatever their order. Every
 * stem adds to two numbers that its hash chooses; one that appears often counts with its logarithm. It knows no synonyms.
 * @param dimension length of the vector
 * @returns a vector of zeros for a text without a word that says something
 */
export function lexicalEmbedding(text: string, dimension: number): Float32Array {
  const vector = new Float32Array(dimension);
  const counts = new Map<string, number>();
  for (const { stem } of contentWords(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  for (const [stem, count] of counts) {
    const hash = createHash('sha256').update(stem).digest();
    const weight = 1 + Math.log(count);
    for (const place of [0, 4]) {
      const index = hash.readUInt32LE(place) % dimension;
      vector[index] = (vector[index] ?? 0) + ((hash[8 + place] ?? 0) % 2 === 0 ? weight : -weight);
    }
  }
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** Tokens of a text by a rule of thumb, four characters a token: no tokenizer runs here. */
export function estimatedTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
