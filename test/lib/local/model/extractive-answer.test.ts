import { extractiveAnswer } from '../../../../lib/local/model/extractive-answer';

const passages = [
  '# Heron pump\nThe warranty lasts 27 months.\nIt covers the seal.',
  'The office in Graz opens at nine. The office in Wels opens at ten.',
];

it.each([
  ['How long does the warranty last?', ['The warranty lasts 27 months.']],
  ['How long does the warranty of the Heron pump last?', ['The warranty lasts 27 months.']],
  ['When does the office in Wels open?', ['The office in Wels opens at ten.']],
  ['When does the office in Linz open?', []],
  ['What is the weight of the Heron pump?', []],
  ['What about the office in Graz and the moon landing?', []],
  ['Why?', []],
  ['', []],
])('%s', (question, sentences) => {
  expect(extractiveAnswer(question, passages).map(({ sentence }) => sentence)).toEqual(sentences);
});

it('does not repeat the question as its answer', () => {
  expect(extractiveAnswer('How long does the warranty last?', ['The warranty lasts.'])).toEqual([]);
});

it('names the passage of each sentence', () => {
  expect(extractiveAnswer('When does the office in Graz open?', passages)).toEqual([
    { sentence: 'The office in Graz opens at nine.', passage: 1 },
  ]);
});
