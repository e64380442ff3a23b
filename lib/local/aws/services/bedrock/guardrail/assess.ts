import type { Json, JsonObject } from '../../../../../constraints/json';
import { listAt, numberAt, textAt } from '../../../../../constraints/value';
import { coverage } from '../../../../model/attribution';
import { sentencesOf } from '../../../../model/words';
import { decides, personalData } from './personal-data';

/** Which side of a model a text is on. */
type Side = 'INPUT' | 'OUTPUT';

/** What a guardrail judges. */
export interface GuardedContent {
  readonly side: Side;
  /** The texts that its policies judge. */
  readonly texts: readonly string[];
  /** What an answer must be grounded in, and what it must be about. @default - neither is judged */
  readonly grounding?: { readonly source: string; readonly query: string };
}

/** What a guardrail says. */
export interface Judgement {
  readonly assessment: JsonObject;
  readonly blocked: boolean;
  /** The texts with personal data replaced; those of `texts` where nothing was. */
  readonly masked: readonly string[];
  /** Policies that need a model and were not evaluated. */
  readonly notEvaluated: readonly string[];
}

/** One thing that a policy found. */
interface Found {
  readonly entry: JsonObject;
  readonly action: string;
  /** What is replaced, by what. @default - nothing */
  readonly mask?: readonly [match: string, tag: string];
}

const grounding = 'ContextualGroundingPolicyConfig';
/** The share of words that a sentence and an example of a topic have in common for the sentence to be about it. */
const alike = 0.6;

/**
 * Judges texts by the policies of a guardrail that need no model: words, patterns of personal data, regular expressions, examples of
 * topics and words of the source. What needs a model is named and never counted as passed.
 */
export function assess(policies: JsonObject, content: GuardedContent): Judgement {
  const words = listAt(policies, 'WordPolicyConfig', 'WordsConfig').flatMap((row) => wordsIn(row, content));
  const topics = listAt(policies, 'TopicPolicyConfig', 'TopicsConfig').flatMap((row) => topicIn(row, content));
  const sensitive = 'SensitiveInformationPolicyConfig';
  const data = listAt(policies, sensitive, 'PiiEntitiesConfig').flatMap((row) => dataIn(row, content));
  const regexes = listAt(policies, sensitive, 'RegexesConfig').flatMap((row) => regexIn(row, content));
  const grounded = listAt(policies, grounding, 'FiltersConfig').flatMap((row) => groundingOf(row, content));
  const found = [...words, ...topics, ...data, ...regexes, ...grounded];
  const entries = (of: readonly Found[]): Json => of.map(({ entry }) => entry);
  const masks = [...data, ...regexes].flatMap(({ action, mask }) => (action === 'ANONYMIZED' && mask ? [mask] : []));
  return {
    assessment: {
      ...(topics.length === 0 ? {} : { topicPolicy: { topics: entries(topics) } }),
      ...(words.length === 0 ? {} : { wordPolicy: { customWords: entries(words), managedWordLists: [] } }),
      ...(data.length + regexes.length === 0
        ? {}
        : { sensitiveInformationPolicy: { piiEntities: entries(data), regexes: entries(regexes) } }),
      ...(grounded.length === 0 ? {} : { contextualGroundingPolicy: { filters: entries(grounded) } }),
    },
    blocked: found.some(({ action }) => action === 'BLOCKED'),
    masked: content.texts.map((text) => masks.reduce((rest, [match, tag]) => rest.replaceAll(match, () => tag), text)),
    notEvaluated: needModel(policies, content.side),
  };
}

/** What a policy does when it finds something; undefined where it is switched off for this side. */
function actionOf(row: Json, side: Side): string | undefined {
  const name = side === 'INPUT' ? 'Input' : 'Output';
  if (textAt(row, `${name}Enabled`) === 'false') return undefined;
  const action = textAt(row, `${name}Action`) ?? textAt(row, 'Action') ?? 'BLOCK';
  return action === 'ANONYMIZE' ? 'ANONYMIZED' : action === 'BLOCK' ? 'BLOCKED' : action;
}

function wordsIn(row: Json, { side, texts }: GuardedContent): readonly Found[] {
  const word = textAt(row, 'Text');
  const action = actionOf(row, side);
  if (word === undefined || action === undefined) return [];
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').exec(texts.join('\n'))?.[0];
  return match === undefined ? [] : [{ entry: { match, action, detected: true }, action }];
}

function topicIn(row: Json, { side, texts }: GuardedContent): readonly Found[] {
  const name = textAt(row, 'Name') ?? '';
  const action = actionOf(row, side);
  const examples = listAt(row, 'Examples').flatMap((example) => (typeof example === 'string' ? [example] : []));
  const about = texts
    .flatMap((text) => sentencesOf(text))
    .some((sentence) =>
      examples.some((example) => coverage(sentence, example) >= alike && coverage(example, sentence) >= alike),
    );
  return about && action !== undefined ? [{ entry: { name, type: 'DENY', action, detected: true }, action }] : [];
}

function dataIn(row: Json, { side, texts }: GuardedContent): readonly Found[] {
  const type = textAt(row, 'Type') ?? '';
  const action = actionOf(row, side);
  if (action === undefined) return [];
  return personalData(type, texts.join('\n')).map((match) => ({
    entry: { match, type, action, detected: true },
    action,
    mask: [match, `{${type}}`],
  }));
}

function regexIn(row: Json, { side, texts }: GuardedContent): readonly Found[] {
  const name = textAt(row, 'Name') ?? '';
  const regex = textAt(row, 'Pattern') ?? '';
  const pattern = patternOf(row);
  const action = actionOf(row, side);
  if (action === undefined || pattern === undefined) return [];
  const matches = new Set([...texts.join('\n').matchAll(pattern)].map(([match]) => match));
  return [...matches]
    .filter((match) => match !== '')
    .map((match) => ({ entry: { name, match, regex, action, detected: true }, action, mask: [match, `{${name}}`] }));
}

/** The regular expression of a filter; undefined where it has syntax that JavaScript has not. */
function patternOf(row: Json): RegExp | undefined {
  try {
    return new RegExp(textAt(row, 'Pattern') ?? '', 'g');
  } catch {
    return undefined;
  }
}

/** Scores are the share of words in common, not the judgement of a model. Only answers have them. */
function groundingOf(row: Json, { side, texts, grounding: needed }: GuardedContent): readonly Found[] {
  const type = textAt(row, 'Type');
  if (side === 'INPUT' || needed === undefined || textAt(row, 'Enabled') === 'false') return [];
  const sentences = texts.flatMap((text) => sentencesOf(text));
  const scores = sentences.map((sentence) => coverage(sentence, needed.source));
  const score =
    type === 'RELEVANCE'
      ? coverage(needed.query, texts.join('\n'))
      : scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);
  const threshold = numberAt(row, 'Threshold') ?? 0;
  const action = score < threshold ? (textAt(row, 'Action') === 'NONE' ? 'NONE' : 'BLOCKED') : 'NONE';
  return [{ entry: { type: type ?? '', threshold, score, action, detected: score < threshold }, action }];
}

/** Policies that only a model, or a list of the service, can evaluate. */
function needModel(policies: JsonObject, side: Side): readonly string[] {
  const strength = side === 'INPUT' ? 'InputStrength' : 'OutputStrength';
  return [
    ...listAt(policies, 'ContentPolicyConfig', 'FiltersConfig').flatMap((row) =>
      textAt(row, strength) === 'NONE' ? [] : [`content filter ${textAt(row, 'Type') ?? ''}`],
    ),
    ...listAt(policies, 'WordPolicyConfig', 'ManagedWordListsConfig').map(
      (row) => `word list ${textAt(row, 'Type') ?? ''}`,
    ),
    ...listAt(policies, 'SensitiveInformationPolicyConfig', 'PiiEntitiesConfig').flatMap((row) => {
      const type = textAt(row, 'Type') ?? '';
      return decides(type) ? [] : [`personal data ${type}`];
    }),
    ...listAt(policies, 'SensitiveInformationPolicyConfig', 'RegexesConfig').flatMap((row) =>
      patternOf(row) === undefined ? [`regular expression ${textAt(row, 'Name') ?? ''}`] : [],
    ),
    ...listAt(policies, 'TopicPolicyConfig', 'TopicsConfig').flatMap((row) =>
      listAt(row, 'Examples').length > 0 ? [] : [`topic ${textAt(row, 'Name') ?? ''} without examples`],
    ),
    ...(policies['AutomatedReasoningPolicyConfig'] === undefined ? [] : ['automated reasoning']),
  ];
}
