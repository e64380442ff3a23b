import type { GuardedContent } from '../../../../../../../lib/local/aws/services/bedrock/guardrail/assess';
import { assess } from '../../../../../../../lib/local/aws/services/bedrock/guardrail/assess';

const policies = {
  WordPolicyConfig: { WordsConfig: [{ Text: 'Kestrel' }], ManagedWordListsConfig: [{ Type: 'PROFANITY' }] },
  SensitiveInformationPolicyConfig: {
    PiiEntitiesConfig: [
      { Type: 'EMAIL', Action: 'ANONYMIZE' },
      { Type: 'CREDIT_DEBIT_CARD_NUMBER', Action: 'BLOCK', OutputEnabled: false },
      { Type: 'NAME', Action: 'BLOCK' },
    ],
    RegexesConfig: [{ Name: 'order', Pattern: 'OR-\\d{4}', Action: 'BLOCK', OutputAction: 'ANONYMIZE' }],
  },
  TopicPolicyConfig: {
    TopicsConfig: [
      { Name: 'advice', Definition: 'Advice on shares', Examples: ['Which shares should I buy now?'], Type: 'DENY' },
    ],
  },
  ContextualGroundingPolicyConfig: { FiltersConfig: [{ Type: 'GROUNDING', Threshold: 0.7 }] },
  ContentPolicyConfig: { FiltersConfig: [{ Type: 'HATE', InputStrength: 'HIGH', OutputStrength: 'NONE' }] },
};
const says = (content: Partial<GuardedContent> & { readonly texts: readonly string[] }) =>
  assess(policies, { side: 'INPUT', ...content });

it.each<[string, string, GuardedContent['side'], boolean, string]>([
  ['a plain question', 'How long is the warranty?', 'INPUT', false, 'How long is the warranty?'],
  ['a word, whatever its case', 'Is a KESTREL better?', 'INPUT', true, 'Is a KESTREL better?'],
  ['a part of another word', 'Is a Kestrels better?', 'INPUT', false, 'Is a Kestrels better?'],
  ['an address, which is replaced', 'I am a@example.com, a@example.com.', 'INPUT', false, 'I am {EMAIL}, {EMAIL}.'],
  ['a card in a question', 'Card 4111111111111111', 'INPUT', true, 'Card 4111111111111111'],
  ['a card in an answer, where the filter is off', 'Card 4111111111111111', 'OUTPUT', false, 'Card 4111111111111111'],
  ['an order in a question', 'Order OR-1234', 'INPUT', true, 'Order OR-1234'],
  ['an order in an answer', 'Order OR-1234', 'OUTPUT', false, 'Order {order}'],
  ['a denied topic', 'Which shares should I now buy?', 'INPUT', true, 'Which shares should I now buy?'],
])('judges %s', (_what, text, side, blocked, masked) => {
  expect(says({ texts: [text], side })).toMatchObject({ blocked, masked: [masked] });
});

it('measures an answer by the words of its source, where there is one', () => {
  const grounding = { source: 'The warranty lasts 27 months.', query: 'How long does the warranty last?' };
  const said = (text: string) => says({ side: 'OUTPUT', texts: [text], grounding });
  expect(said('The warranty lasts 27 months.')).toMatchObject({
    blocked: false,
    assessment: {
      contextualGroundingPolicy: { filters: [{ type: 'GROUNDING', score: 1, action: 'NONE', detected: false }] },
    },
  });
  expect(said('The warranty lasts 24 months.')).toMatchObject({
    blocked: true,
    assessment: { contextualGroundingPolicy: { filters: [{ score: 0, action: 'BLOCKED', detected: true }] } },
  });
  expect(says({ side: 'OUTPUT', texts: ['Anything.'] }).assessment).toEqual({});
});

it('names what needs a model, and never says that it passed', () => {
  const { assessment, notEvaluated } = says({ texts: ['Hello Anna.'] });
  expect(notEvaluated).toEqual(['content filter HATE', 'word list PROFANITY', 'personal data NAME']);
  expect(assessment).toEqual({});
  expect(says({ side: 'OUTPUT', texts: ['Hello.'] }).notEvaluated).not.toContain('content filter HATE');
});
