import type { PropertyValue, ResourceNode } from '../../graph';
import { isList, listOf, valueAt } from '../policy';
import type { ConcernDraft, ConcernFamily } from './concern';
import type { Protection } from './protection';
import { weakening } from './protection';
import { inWords, isFalse, isTrue, numberOf, scalarsOf } from './values';

const compared = weakening(
  { code: 'GuardrailWeakened', fix: 'keep the former strength, or have the change evaluated before it is accepted' },
  protectionsOf,
);

/** Guardrails of Bedrock and content filters of Azure that get weaker, and callers that lose theirs. */
export const guardrail: ConcernFamily = {
  ofChange(changed, context): readonly ConcernDraft[] {
    return [...(compared.ofChange?.(changed, context) ?? []), ...drafts(changed.before, changed.after)];
  },
};

/** A caller that uses the working draft: it changes with every edit, without a deployment. */
function drafts(before: ResourceNode | undefined, after: ResourceNode | undefined): readonly ConcernDraft[] {
  const draftPaths = (node: ResourceNode | undefined): readonly string[] =>
    scalarsOf(node).flatMap(({ path, key, value }) =>
      /^guardrailVersion$/i.test(key) && value === 'DRAFT' ? [path] : [],
    );
  const former = new Set(draftPaths(before));
  return draftPaths(after)
    .filter((path) => !former.has(path))
    .map((path) => ({
      code: 'GuardrailDraftUsed',
      level: 'warning',
      path,
      message: 'the working draft of a guardrail is used: an edit changes what is blocked, without a deployment',
      after: 'DRAFT',
      fix: 'name a version of the guardrail',
    }));
}

function protectionsOf(node: ResourceNode): readonly Protection[] {
  if (node.type === 'AWS::Bedrock::Guardrail') return bedrockProtections(node);
  if (node.type === 'azure-native:cognitiveservices:RaiPolicy') return raiProtections(node);
  return callerProtections(node);
}

const strengths: readonly string[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH'];
const actions: readonly string[] = ['NONE', 'ANONYMIZE', 'BLOCK'];

function bedrockProtections({ properties }: ResourceNode): readonly Protection[] {
  return [
    ...entries(properties.ContentPolicyConfig, ['FiltersConfig', 'Type'], (filter, at, name) =>
      ['InputStrength', 'OutputStrength'].map((key) => ({
        path: `ContentPolicyConfig.${at}.${key}`,
        name: `content filter ${name} of ${key === 'InputStrength' ? 'input' : 'output'}`,
        strength: isOff(filter, key) ? 0 : strengths.indexOf(inWords(valueAt(filter, key))),
        words: inWords(valueAt(filter, key)),
      })),
    ),
    ...['PiiEntitiesConfig', 'RegexesConfig'].flatMap((list) =>
      entries(
        properties.SensitiveInformationPolicyConfig,
        [list, list === 'RegexesConfig' ? 'Name' : 'Type'],
        (entity, at, name) => [
          {
            path: `SensitiveInformationPolicyConfig.${at}.Action`,
            name: `PII filter ${name}`,
            strength: actions.indexOf(inWords(valueAt(entity, 'Action'))),
            words: inWords(valueAt(entity, 'Action')),
          },
        ],
      ),
    ),
    ...entries(properties.TopicPolicyConfig, ['TopicsConfig', 'Name'], (_, at, name) => [
      { path: `TopicPolicyConfig.${at}`, name: `denied topic ${name}`, strength: 1, words: 'denied' },
    ]),
    ...entries(properties.WordPolicyConfig, ['WordsConfig', 'Text'], (_, at, name) => [
      { path: `WordPolicyConfig.${at}`, name: `denied word ${name}`, strength: 1, words: 'denied' },
    ]),
    ...entries(properties.WordPolicyConfig, ['ManagedWordListsConfig', 'Type'], (_, at, name) => [
      { path: `WordPolicyConfig.${at}`, name: `word list ${name}`, strength: 1, words: 'denied' },
    ]),
    ...entries(properties.ContextualGroundingPolicyConfig, ['FiltersConfig', 'Type'], (filter, at, name) => [
      {
        path: `ContextualGroundingPolicyConfig.${at}.Threshold`,
        name: `check ${name}`,
        strength: numberOf(valueAt(filter, 'Threshold')) ?? 0,
        words: `threshold ${inWords(valueAt(filter, 'Threshold'))}`,
      },
    ]),
  ];
}

/** A filter that is declared and switched off, or detects without an action. */
function isOff(filter: PropertyValue, strength: string): boolean {
  const side = strength.startsWith('Input') ? 'Input' : 'Output';
  return isFalse(valueAt(filter, `${side}Enabled`)) || valueAt(filter, `${side}Action`) === 'NONE';
}

const thresholds: readonly string[] = ['High', 'Medium', 'Low'];

function raiProtections({ properties }: ResourceNode): readonly Protection[] {
  const at = properties.properties === undefined ? '' : 'properties.';
  const filters = valueAt(properties.properties, 'contentFilters') ?? properties.contentFilters;
  return listOf(filters).map((filter, i) => {
    const blocks = isTrue(valueAt(filter, 'blocking')) && !isFalse(valueAt(filter, 'enabled'));
    const threshold = inWords(valueAt(filter, 'severityThreshold'));
    return {
      path: `${at}contentFilters.${i}`,
      name: `content filter ${inWords(valueAt(filter, 'name'))} of ${inWords(valueAt(filter, 'source'))}`,
      strength: blocks ? 1 + Math.max(thresholds.indexOf(threshold), 0) : 0,
      words: blocks ? `blocks from severity ${threshold}` : 'does not block',
    };
  });
}

/** A model deployment, agent or prompt that names a guardrail or policy. */
function callerProtections(node: ResourceNode): readonly Protection[] {
  const { GuardrailConfiguration: configuration, properties: nested } = node.properties;
  const policy = valueAt(nested, 'raiPolicyName');
  return [
    ...(configuration === undefined
      ? []
      : [{ path: 'GuardrailConfiguration', name: 'the guardrail', strength: 1, words: 'used' }]),
    ...(policy === undefined
      ? []
      : [{ path: 'properties.raiPolicyName', name: 'the content filter policy', strength: 1, words: inWords(policy) }]),
  ];
}

/** Elements of a list of a policy, with their name. */
function entries(
  policy: PropertyValue | undefined,
  [list, nameKey]: readonly [list: string, nameKey: string],
  read: (entry: PropertyValue, at: string, name: string) => readonly Protection[],
): readonly Protection[] {
  const found = valueAt(policy, list);
  return isList(found)
    ? found.flatMap((entry, i) => read(entry, `${list}.${i}`, inWords(valueAt(entry, nameKey))))
    : [];
}
