import type { PropertyValue } from '../../../../lib/graph';
import { guardrail } from '../../../../lib/review/concern/guardrail';
import { said } from '../../../helpers/concerns';

const bedrock = 'AWS::Bedrock::Guardrail';
const rai = 'azure-native:cognitiveservices:RaiPolicy';
const content = (strength: string, more: object = {}) => ({
  ContentPolicyConfig: {
    FiltersConfig: [{ Type: 'PROMPT_ATTACK', InputStrength: strength, OutputStrength: 'NONE', ...more }],
  },
});
const pii = (...actions: string[]) => ({
  SensitiveInformationPolicyConfig: {
    PiiEntitiesConfig: actions.map((Action, i) => ({ Type: i === 0 ? 'EMAIL' : 'NAME', Action })),
  },
});
const topics = (...names: string[]) => ({ TopicPolicyConfig: { TopicsConfig: names.map((Name) => ({ Name })) } });
const grounding = (threshold: number) => ({
  ContextualGroundingPolicyConfig: { FiltersConfig: [{ Type: 'GROUNDING', Threshold: threshold }] },
});
const filter = (more: { [key: string]: PropertyValue }) => ({
  properties: {
    contentFilters: [
      { name: 'Jailbreak', source: 'Prompt', blocking: true, enabled: true, severityThreshold: 'Low', ...more },
    ],
  },
});

test.each<[string, string, Parameters<typeof said>[2], string[]]>([
  [
    'a lower strength',
    bedrock,
    [content('HIGH'), content('LOW')],
    ['warning GuardrailWeakened ContentPolicyConfig.FiltersConfig.0.InputStrength'],
  ],
  ['a higher strength', bedrock, [content('LOW'), content('HIGH')], []],
  [
    'a filter that only detects',
    bedrock,
    [content('HIGH'), content('HIGH', { InputAction: 'NONE' })],
    ['warning GuardrailWeakened ContentPolicyConfig.FiltersConfig.0.InputStrength'],
  ],
  [
    'a filter that is gone',
    bedrock,
    [content('HIGH'), {}],
    ['warning GuardrailWeakened ContentPolicyConfig.FiltersConfig.0.InputStrength'],
  ],
  [
    'PII that is masked instead of blocked',
    bedrock,
    [pii('BLOCK'), pii('ANONYMIZE')],
    ['warning GuardrailWeakened SensitiveInformationPolicyConfig.PiiEntitiesConfig.0.Action'],
  ],
  [
    'a kind of PII that is gone',
    bedrock,
    [pii('BLOCK', 'BLOCK'), pii('BLOCK')],
    ['warning GuardrailWeakened SensitiveInformationPolicyConfig.PiiEntitiesConfig.1.Action'],
  ],
  ['another order of topics', bedrock, [topics('a', 'b'), topics('b', 'a')], []],
  [
    'a topic that is gone',
    bedrock,
    [topics('a', 'b'), topics('b')],
    ['warning GuardrailWeakened TopicPolicyConfig.TopicsConfig.0'],
  ],
  [
    'a lower threshold',
    bedrock,
    [grounding(0.8), grounding(0.5)],
    ['warning GuardrailWeakened ContextualGroundingPolicyConfig.FiltersConfig.0.Threshold'],
  ],
  ['a guardrail that is destroyed', bedrock, [content('HIGH'), undefined], ['warning GuardrailWeakened']],
  [
    'a filter that no longer blocks',
    rai,
    [filter({}), filter({ blocking: false })],
    ['warning GuardrailWeakened properties.contentFilters.0'],
  ],
  [
    'a filter that is disabled',
    rai,
    [filter({}), filter({ enabled: false })],
    ['warning GuardrailWeakened properties.contentFilters.0'],
  ],
  [
    'a filter that blocks later',
    rai,
    [filter({}), filter({ severityThreshold: 'High' })],
    ['warning GuardrailWeakened properties.contentFilters.0'],
  ],
  ['a filter that blocks earlier', rai, [filter({ severityThreshold: 'High' }), filter({})], []],
  [
    'an agent without its guardrail',
    'AWS::Bedrock::Agent',
    [{ GuardrailConfiguration: { GuardrailVersion: '1' } }, {}],
    ['warning GuardrailWeakened GuardrailConfiguration'],
  ],
  [
    'an agent on the working draft',
    'AWS::Bedrock::Agent',
    [{ GuardrailConfiguration: { GuardrailVersion: '1' } }, { GuardrailConfiguration: { GuardrailVersion: 'DRAFT' } }],
    ['warning GuardrailDraftUsed GuardrailConfiguration.GuardrailVersion'],
  ],
])('%s', (_title, type, sides, expected) => {
  expect(said(guardrail, type, sides)).toEqual(expected);
});
