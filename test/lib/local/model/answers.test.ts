import { chunksOf } from '../../../../lib/local/documents/chunk';
import { extractiveAnswer } from '../../../../lib/local/model/extractive-answer';
import { lexicalEmbedding } from '../../../../lib/local/model/lexical-embedding';
import { nearest } from '../../../../lib/local/vectors/distance';
import { factsOf } from './facts';

/* Twenty documents with one fact each, thirty questions: the retrieval and the stand-in without a cloud around them. */
const { documents, answered, unanswered } = factsOf(20261201);
const vectors = documents.flatMap(({ name, text }) =>
  chunksOf(text, { maxTokens: 100, overlapPercentage: 10 }).map((chunk, part) => ({
    key: `${name}#${part}`,
    text: chunk,
    data: lexicalEmbedding(chunk, 1024),
  })),
);

function ask(question: string) {
  const found = nearest(vectors, { to: lexicalEmbedding(question, 1024), metric: 'cosine', count: 5 });
  const passages = found.map(({ vector }) => vector);
  return extractiveAnswer(
    question,
    passages.map(({ text }) => text),
  ).map(({ sentence, passage }) => ({ sentence, passage: passages[passage]?.text ?? '' }));
}

it('answers at least 18 of 20 questions, each sentence from a passage that has it', () => {
  const right = answered.filter(({ question, fact }) => {
    const parts = ask(question);
    return (
      parts.length > 0 &&
      parts.every(({ sentence, passage }) => passage.includes(sentence)) &&
      parts[0]?.sentence.includes(fact)
    );
  });
  expect(right.length).toBeGreaterThanOrEqual(18);
});

it('refuses at least 9 of 10 questions that no document answers', () => {
  const given = unanswered.filter((question) => ask(question).length > 0);
  expect(given.length).toBeLessThanOrEqual(1);
});
