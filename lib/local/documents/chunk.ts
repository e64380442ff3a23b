/** How a text is split. */
export interface FixedChunking {
  readonly maxTokens: number;
  /** Share of a chunk that the next one repeats, in percent. */
  readonly overlapPercentage: number;
}

/** Characters of a token, by rule of thumb. */
const charactersPerToken = 4;

/**
 * Splits a text into chunks of at most some tokens, at the ends of words. A chunk begins with the end of the one before it.
 * @param chunking undefined keeps the text whole
 */
export function chunksOf(text: string, chunking: FixedChunking | undefined): readonly string[] {
  if (chunking === undefined) return [text];
  const size = Math.max(1, chunking.maxTokens * charactersPerToken);
  const overlap = Math.floor((size * chunking.overlapPercentage) / 100);
  const chunks: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + size >= text.length ? text.length : endOfWord(text, start, start + size);
    const chunk = text.slice(start, end).trim();
    if (chunk !== '') chunks.push(chunk);
    if (end === text.length) break;
    start = Math.max(start + 1, startOfWord(text, end - overlap, end));
  }
  return chunks;
}

/** The last end of a word before a place; the place itself where one word fills the whole chunk. */
function endOfWord(text: string, start: number, place: number): number {
  for (let index = place; index > start; index -= 1) if (/\s/.test(text.charAt(index))) return index;
  return place;
}

/** The first beginning of a word from a place on. */
function startOfWord(text: string, place: number, end: number): number {
  for (let index = place; index < end; index += 1) if (/\s/.test(text.charAt(index - 1))) return index;
  return end;
}
