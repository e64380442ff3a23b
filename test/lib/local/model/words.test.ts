import { contentWords, sentencesOf } from '../../../../lib/local/model/words';

it.each([
  [['refund', 'refunds', 'refunded'], 'refund'],
  [['return', 'returns', 'returning'], 'return'],
  [['stop', 'stopped', 'stopping', 'stops'], 'stop'],
  [['open', 'opens', 'opened'], 'open'],
  [['policy', 'policies'], 'polic'],
])('gives the forms %j one stem', (forms, stem) => {
  expect([...new Set(contentWords(forms.join(' ')).map((word) => word.stem))]).toEqual([stem]);
});

it('leaves out words that say nothing, and knows names and numbers', () => {
  const words = contentWords('How long is the warranty of the Heron pump with 27 parts? Please answer.');
  expect(words.map(({ written, exact }) => (exact ? `${written}!` : written))).toEqual([
    'warranty',
    'Heron!',
    'pump',
    '27!',
    'parts',
    'answer',
  ]);
});

it('splits sentences at their marks and at lines', () => {
  expect(sentencesOf('One. Two?\nThree\n\nFour! 3.5 is no end.')).toEqual([
    'One.',
    'Two?',
    'Three',
    'Four!',
    '3.5 is no end.',
  ]);
});
