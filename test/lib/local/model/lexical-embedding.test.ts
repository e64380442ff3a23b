import { lexicalEmbedding } from '../../../../lib/local/model/lexical-embedding';
import { distance } from '../../../../lib/local/vectors/distance';

const near = (left: string, right: string) =>
  distance('cosine', lexicalEmbedding(left, 512), lexicalEmbedding(right, 512));

it('has the length 1, and does not depend on the order of words', () => {
  const vector = lexicalEmbedding('the lake is deep and cold', 512);
  expect(Math.hypot(...vector)).toBeCloseTo(1);
  expect(near('deep lake', 'lake deep')).toBeCloseTo(0);
});

it('puts texts with common words nearer than texts without', () => {
  expect(near('refunds of returned goods', 'a refund of goods')).toBeLessThan(0.6);
  expect(near('refunds of returned goods', 'the engine of the boat')).toBeGreaterThan(0.8);
});

it('is zero for a text that says nothing', () => {
  expect([...lexicalEmbedding('what is it?', 8)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
