import type { Json, JsonObject } from '../../../../lib/constraints/json';
import {
  guardrailDuplicates,
  guardrailLengths,
  guardrailPolicies,
  guardrailPromptAttack,
  guardrailRegexes,
  guardrailThreshold,
  guardrailTier,
} from '../../../../lib/constraints/llm/guardrail';
import { breaches } from './around';

const unknown = { Ref: 'Unknown' };
const filters = (...list: Json[]): JsonObject => ({ ContentPolicyConfig: { FiltersConfig: list } });

test('a guardrail without a policy is refused', () => {
  expect(breaches(guardrailPolicies, { Name: 'g' })).toEqual([
    expect.stringMatching(/^#: The guardrail has no policy: none of TopicPolicyConfig, /),
  ]);
  expect(breaches(guardrailPolicies, { WordPolicyConfig: unknown })).toEqual([]);
});

test.each<[Json, Json, boolean]>([
  ['PROMPT_ATTACK', 'NONE', false],
  ['PROMPT_ATTACK', unknown, false],
  ['PROMPT_ATTACK', 'LOW', true],
  ['HATE', 'HIGH', false],
  [unknown, 'HIGH', false],
])('a filter %j with output strength %j', (Type, OutputStrength, refused) => {
  expect(breaches(guardrailPromptAttack, filters({ Type: 'HATE' }, { Type, OutputStrength }))).toEqual(
    refused
      ? [
          '#/ContentPolicyConfig/FiltersConfig/1/OutputStrength: OutputStrength of the filter PROMPT_ATTACK is LOW; it judges input only and takes NONE',
        ]
      : [],
  );
});

test.each<[JsonObject, string | undefined]>([
  [filters({ Type: 'HATE' }, { Type: 'INSULTS' }), undefined],
  [filters({ Type: unknown }, { Type: unknown }), undefined],
  [filters(unknown, unknown), undefined],
  [
    filters({ Type: 'HATE' }, { Type: 'HATE' }),
    '#/ContentPolicyConfig/FiltersConfig/1/Type: HATE is configured twice, first at #/ContentPolicyConfig/FiltersConfig/0',
  ],
  [
    { SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'AGE' }, { Type: 'AGE' }] } },
    '#/SensitiveInformationPolicyConfig/PiiEntitiesConfig/1/Type: AGE is configured twice, first at #/SensitiveInformationPolicyConfig/PiiEntitiesConfig/0',
  ],
])('the filters %j', (properties, refused) => {
  expect(breaches(guardrailDuplicates, properties)).toEqual(refused === undefined ? [] : [refused]);
});

test.each<[Json, boolean]>([
  [0, false],
  [0.99, false],
  ['0.7', false],
  [unknown, false],
  [1, true],
  [0.995, true],
])('the threshold %j', (Threshold, refused) => {
  const properties = { ContextualGroundingPolicyConfig: { FiltersConfig: [{ Type: 'GROUNDING', Threshold }] } };
  expect(breaches(guardrailThreshold, properties)).toHaveLength(refused ? 1 : 0);
});

test.each<[Json, JsonObject, boolean]>([
  ['CLASSIC', {}, false],
  ['STANDARD', { CrossRegionConfig: unknown }, false],
  [unknown, {}, false],
  ['STANDARD', {}, true],
])('the tier %j with %j', (TierName, more, refused) => {
  const tier = { ContentPolicyConfig: { ContentFiltersTierConfig: { TierName } }, ...more };
  expect(breaches(guardrailTier, tier)).toEqual(
    refused ? [expect.stringMatching(/^#\/ContentPolicyConfig\/ContentFiltersTierConfig\/TierName: /)] : [],
  );
  const topics = { TopicPolicyConfig: { TopicsTierConfig: { TierName } }, ...more };
  expect(breaches(guardrailTier, topics)).toHaveLength(refused ? 1 : 0);
});

test.each<[string, JsonObject, string | undefined]>([
  ['a topic of 200 characters', { TopicPolicyConfig: { TopicsConfig: [{ Definition: 'x'.repeat(200) }] } }, undefined],
  [
    'a topic of 201 characters',
    { TopicPolicyConfig: { TopicsConfig: [{ Definition: 'x'.repeat(201) }] } },
    '#/TopicPolicyConfig/TopicsConfig/0/Definition: Definition has 201 characters; at most 200 are allowed',
  ],
  [
    'a topic of 1,000 characters of the tier STANDARD',
    {
      TopicPolicyConfig: {
        TopicsTierConfig: { TierName: 'STANDARD' },
        TopicsConfig: [{ Definition: 'x'.repeat(1000) }],
      },
    },
    undefined,
  ],
  [
    'a topic of 1,000 characters of an unknown tier',
    { TopicPolicyConfig: { TopicsTierConfig: unknown, TopicsConfig: [{ Definition: 'x'.repeat(1000) }] } },
    undefined,
  ],
  ['a word of 100 characters', { WordPolicyConfig: { WordsConfig: [{ Text: '🙂'.repeat(100) }] } }, undefined],
  [
    'a word of 101 characters',
    { WordPolicyConfig: { WordsConfig: [{ Text: 'a' }, { Text: 'x'.repeat(101) }] } },
    '#/WordPolicyConfig/WordsConfig/1/Text: Text has 101 characters; at most 100 are allowed',
  ],
  [
    'a pattern of 501 characters',
    { SensitiveInformationPolicyConfig: { RegexesConfig: [{ Pattern: 'x'.repeat(501) }] } },
    '#/SensitiveInformationPolicyConfig/RegexesConfig/0/Pattern: Pattern has 501 characters; at most 500 are allowed',
  ],
])('a guardrail with %s', (_name, properties, refused) => {
  expect(breaches(guardrailLengths, properties)).toEqual(refused === undefined ? [] : [refused]);
});

const regex = (Pattern: Json) => ({ SensitiveInformationPolicyConfig: { RegexesConfig: [{ Pattern }] } });
test.each<Json>([
  '^\\d{3}-\\d{2}$',
  '(?i)account[ -]?\\d+',
  '(?i:abc)',
  '(?P<year>\\d{4})',
  '[[:alpha:]]+',
  'a++b',
  '\\p{L}+',
  '\\Aabc\\z',
  unknown,
])('accepts the regular expression %j', (pattern) => {
  expect(breaches(guardrailRegexes, regex(pattern))).toEqual([]);
});

test.each([
  ['([a-z]+', 'Unterminated group'],
  ['[a-z', 'Unterminated character class'],
  ['a)', "Unmatched ')'"],
  ['*a', 'Nothing to repeat'],
  ['[z-a]', 'Range out of order in character class'],
  ['a{3,2}', 'numbers out of order in {} quantifier'],
  ['(?=\\d)abc', 'guardrails do not support lookaround'],
  ['(?<!x)abc', 'guardrails do not support lookaround'],
])('refuses the regular expression %s', (pattern, reason) => {
  expect(breaches(guardrailRegexes, regex(pattern))).toEqual([
    `#/SensitiveInformationPolicyConfig/RegexesConfig/0/Pattern: The regular expression ${pattern} is not valid: ${reason}`,
  ]);
});
