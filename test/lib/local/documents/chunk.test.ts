import fc from 'fast-check';
import { chunksOf } from '../../../../lib/local/documents/chunk';

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 200 });

it('keeps every word, in order, in chunks of at most the asked size', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 40 }), fc.integer({ min: 1, max: 60 }), (list, maxTokens, overlap) => {
      const text = list.join(' ');
      const chunks = chunksOf(text, { maxTokens, overlapPercentage: overlap });
      expect(chunks.every((chunk) => chunk.length <= maxTokens * 4)).toBe(true);
      let place = 0;
      for (const chunk of chunks) {
        const found = text.indexOf(chunk, Math.max(0, place - maxTokens * 4));
        expect(found).toBeGreaterThanOrEqual(0);
        place = found + chunk.length;
      }
      const all = new Set(chunks.flatMap((chunk) => chunk.split(' ')));
      expect(list.every((word) => all.has(word))).toBe(true);
    }),
    { seed: 20261201, numRuns: 300 },
  );
});

it('begins a chunk with the end of the one before', () => {
  const [first = '', second = ''] = chunksOf('one two three four five six', { maxTokens: 4, overlapPercentage: 40 });
  expect([first, second]).toEqual(['one two three', 'three four five']);
});

it('cuts a word that fills more than a chunk, and keeps a text whole without chunking', () => {
  expect(chunksOf('a'.repeat(10), { maxTokens: 1, overlapPercentage: 1 })).toEqual(['aaaa', 'aaaa', 'aa']);
  expect(chunksOf('a b c', undefined)).toEqual(['a b c']);
});
