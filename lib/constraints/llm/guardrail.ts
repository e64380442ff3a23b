import type { Breach, Constraint } from '../constraint';
import type { Json } from '../json';
import { at, isAbsent, listAt, numberAt, textAt } from '../value';
import { regexProblem } from './regex-problem';

const types = ['AWS::Bedrock::Guardrail'];
const guide = 'https://docs.aws.amazon.com/bedrock/latest/userguide';
const asOf = '2026-11-30';
const policies = [
  'TopicPolicyConfig',
  'ContentPolicyConfig',
  'WordPolicyConfig',
  'SensitiveInformationPolicyConfig',
  'ContextualGroundingPolicyConfig',
  'AutomatedReasoningPolicyConfig',
];

/** A guardrail has at least one policy. */
export const guardrailPolicies: Constraint = {
  id: 'guardrail-policies',
  types,
  source: { url: `${guide}/guardrails-create.html`, asOf },
  check({ properties }) {
    if (policies.some((name) => properties[name] !== undefined)) return [];
    return [
      {
        pointer: '#',
        problem: `The guardrail has no policy: none of ${policies.join(', ')} is given`,
        fix: 'Add a policy, such as ContentPolicyConfig.',
      },
    ];
  },
};

/** The filter for prompt attacks judges input only, so its strength for output is `NONE`. */
export const guardrailPromptAttack: Constraint = {
  id: 'guardrail-prompt-attack',
  types,
  source: { url: `${guide}/guardrails-prompt-attack.html`, asOf },
  check: ({ properties }) =>
    listAt(properties, 'ContentPolicyConfig', 'FiltersConfig').flatMap((filter, index) => {
      const strength = textAt(filter, 'OutputStrength');
      if (textAt(filter, 'Type') !== 'PROMPT_ATTACK' || strength === undefined || strength === 'NONE') return [];
      return [
        {
          pointer: `#/ContentPolicyConfig/FiltersConfig/${index}/OutputStrength`,
          problem: `OutputStrength of the filter PROMPT_ATTACK is ${strength}; it judges input only and takes NONE`,
          fix: 'Set OutputStrength to NONE.',
        },
      ];
    }),
};

/** Lists of a guardrail in which every kind stands once. */
const once = [
  ['ContentPolicyConfig/FiltersConfig', 'Type'],
  ['ContextualGroundingPolicyConfig/FiltersConfig', 'Type'],
  ['SensitiveInformationPolicyConfig/PiiEntitiesConfig', 'Type'],
] as const;

/** A guardrail has one filter of a type. */
export const guardrailDuplicates: Constraint = {
  id: 'guardrail-duplicates',
  types,
  source: { url: `${guide}/guardrails-components.html`, asOf },
  check: ({ properties }) =>
    once.flatMap(([path, key]) => {
      const kinds = listAt(properties, ...path.split('/')).map((entry) => textAt(entry, key));
      return kinds.flatMap((kind, index) =>
        kind === undefined || kinds.indexOf(kind) === index
          ? []
          : [
              {
                pointer: `#/${path}/${index}/${key}`,
                problem: `${kind} is configured twice, first at #/${path}/${kinds.indexOf(kind)}`,
                fix: 'Keep one of the two entries.',
              },
            ],
      );
    }),
};

/** A threshold of contextual grounding is at least 0 and at most 0.99: with 1, everything would be blocked. */
export const guardrailThreshold: Constraint = {
  id: 'guardrail-threshold',
  types,
  source: { url: `${guide}/guardrails-contextual-grounding-check.html`, asOf },
  check: ({ properties }) =>
    listAt(properties, 'ContextualGroundingPolicyConfig', 'FiltersConfig').flatMap((filter, index) => {
      const threshold = numberAt(filter, 'Threshold');
      if (threshold === undefined || threshold <= 0.99) return [];
      return [
        {
          pointer: `#/ContextualGroundingPolicyConfig/FiltersConfig/${index}/Threshold`,
          problem: `Threshold ${threshold} is above 0.99`,
          fix: 'Set Threshold to a number from 0 to 0.99.',
        },
      ];
    }),
};

/** The tier `STANDARD` runs in several regions, so it needs the guardrail profile of a geography. */
export const guardrailTier: Constraint = {
  id: 'guardrail-tier',
  types,
  source: { url: `${guide}/guardrails-tiers.html`, asOf },
  check({ properties }) {
    if (properties['CrossRegionConfig'] !== undefined) return [];
    const tiers = ['ContentPolicyConfig/ContentFiltersTierConfig', 'TopicPolicyConfig/TopicsTierConfig'];
    return tiers.flatMap((path) =>
      textAt(properties, ...path.split('/'), 'TierName') !== 'STANDARD'
        ? []
        : [
            {
              pointer: `#/${path}/TierName`,
              problem: 'The tier STANDARD needs cross-region inference, and CrossRegionConfig is missing',
              fix: 'Set CrossRegionConfig.GuardrailProfileArn to the guardrail profile of the geography, or TierName to CLASSIC.',
            },
          ],
    );
  },
};

/**
 * Lengths that the API has and the schema of the type has not: CreateGuardrail in the API model (botocore 1.44.8). A
 * definition of 1,000 characters is for the tier `STANDARD` only.
 */
export const guardrailLengths: Constraint = {
  id: 'guardrail-lengths',
  types,
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateGuardrail.html', asOf },
  check({ properties }) {
    const tier = ['TopicPolicyConfig', 'TopicsTierConfig', 'TierName'];
    const classic = isAbsent(properties, ...tier) || at(properties, ...tier) === 'CLASSIC';
    const definition = classic ? 200 : 1000;
    return [
      ...tooLong(properties, 'TopicPolicyConfig/TopicsConfig', 'Definition', definition),
      ...tooLong(properties, 'WordPolicyConfig/WordsConfig', 'Text', 100),
      ...tooLong(properties, 'SensitiveInformationPolicyConfig/RegexesConfig', 'Pattern', 500),
    ];
  },
};

function tooLong(properties: Json, path: string, key: string, most: number): readonly Breach[] {
  return listAt(properties, ...path.split('/')).flatMap((entry, index) => {
    const { length } = Array.from(textAt(entry, key) ?? '');
    if (length <= most) return [];
    return [
      {
        pointer: `#/${path}/${index}/${key}`,
        problem: `${key} has ${length} characters; at most ${most} are allowed`,
        fix: `Shorten ${key} to ${most} characters.`,
      },
    ];
  });
}

/** The regular expressions of a guardrail are regular expressions, without looking ahead or behind. */
export const guardrailRegexes: Constraint = {
  id: 'guardrail-regexes',
  types,
  source: { url: `${guide}/guardrails-sensitive-filters.html`, asOf },
  check: ({ properties }) =>
    listAt(properties, 'SensitiveInformationPolicyConfig', 'RegexesConfig').flatMap((entry, index) => {
      const pattern = textAt(entry, 'Pattern');
      const problem = pattern === undefined ? undefined : regexProblem(pattern);
      if (pattern === undefined || problem === undefined) return [];
      return [
        {
          pointer: `#/SensitiveInformationPolicyConfig/RegexesConfig/${index}/Pattern`,
          problem: `The regular expression ${pattern} is not valid: ${problem}`,
          fix: 'Write a regular expression without lookaround whose brackets are balanced.',
        },
      ];
    }),
};
