import type { RehearsedAnswer } from '../../../../lib/local/rehearsal/questions';
import {
  answerProblems,
  answersInWords,
  sampleDocuments,
  sampleQuestions,
} from '../../../../lib/local/rehearsal/questions';

/** What a cloud answers that has read the documents. */
const right: readonly RehearsedAnswer[] = sampleQuestions.map(({ text, fact }) => {
  const holder = fact === undefined ? undefined : sampleDocuments.find((document) => document.text.includes(fact));
  return {
    cloud: 'aws',
    question: text,
    answer: fact === undefined ? 'no answer' : `It is ${fact}.`,
    citations: holder === undefined ? [] : [{ document: `s3://bucket/handbook/${holder.name}`, text: holder.text }],
  };
});
const changed = (place: number, change: Partial<RehearsedAnswer>) =>
  right.map((answer, index) => (index === place ? { ...answer, ...change } : answer));

it('accepts answers whose citations hold the fact, and a refusal where no document does', () => {
  expect(answerProblems(right)).toEqual([]);
  expect(answersInWords(right)).toBe('3 documents ingested, 3 of 4 questions answered with a citation, 1 refused');
});

it.each([
  ['an answer without a citation', changed(0, { citations: [] }), 'no cited answer'],
  ['an answer without the fact', changed(0, { answer: 'It is soon.' }), 'no cited answer'],
  ['a citation of another document', changed(0, { citations: right[1]?.citations ?? [] }), 'no cited answer'],
  [
    'a citation whose document does not hold it',
    changed(0, { citations: [{ document: 's3://bucket/other.txt', text: '14 days' }] }),
    'no cited answer',
  ],
  ['an answer that nobody can know', changed(3, { citations: right[0]?.citations ?? [] }), 'no document says it'],
  ['a question that was not asked', right.slice(0, 3), 'not asked'],
])('reports %s', (_what, answers, problem) => {
  expect(answerProblems(answers)).toEqual([expect.stringContaining(problem)]);
});
