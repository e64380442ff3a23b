import type { Breach, Constraint } from '../constraint';
import type { Json } from '../json';
import { suggestion } from '../suggest';
import { rowOf } from '../value';
import { bedrockModelIds, bedrockModelsAsOf } from './bedrock-model-ids';
import { hasUnknownPart, knownText } from './document-text';
import { valuesAt } from './values-at';

/** What a model is asked to do at a place. */
type Use = 'embedding' | 'text' | 'any';

/** Where a type names models: paths, `*` for each element of a list. */
const places: Readonly<Record<string, readonly (readonly [use: Use, path: string])[]>> = {
  'AWS::Bedrock::Agent': [
    ['text', 'FoundationModel'],
    ['text', 'PromptOverrideConfiguration/PromptConfigurations/*/FoundationModel'],
  ],
  'AWS::Bedrock::ApplicationInferenceProfile': [['any', 'ModelSource/CopyFrom']],
  'AWS::Bedrock::DataSource': [
    ['text', 'VectorIngestionConfiguration/ParsingConfiguration/BedrockFoundationModelConfiguration/ModelArn'],
    [
      'text',
      'VectorIngestionConfiguration/ContextEnrichmentConfiguration/BedrockFoundationModelConfiguration/ModelArn',
    ],
  ],
  'AWS::Bedrock::Flow': [
    ['text', 'Definition/Nodes/*/Configuration/Prompt/SourceConfiguration/Inline/ModelId'],
    ['text', 'Definition/Nodes/*/Configuration/KnowledgeBase/ModelId'],
  ],
  'AWS::Bedrock::IntelligentPromptRouter': [
    ['text', 'Models/*/ModelArn'],
    ['text', 'FallbackModel/ModelArn'],
  ],
  'AWS::Bedrock::KnowledgeBase': [
    ['embedding', 'KnowledgeBaseConfiguration/VectorKnowledgeBaseConfiguration/EmbeddingModelArn'],
    ['embedding', 'KnowledgeBaseConfiguration/ManagedKnowledgeBaseConfiguration/EmbeddingModelArn'],
  ],
  'AWS::Bedrock::Prompt': [['text', 'Variants/*/ModelId']],
};

/** A model of Bedrock is one that exists and can do what it is asked for, called in a geography of its region. */
export const bedrockModel: Constraint = {
  id: 'bedrock-model',
  types: Object.keys(places),
  source: { url: 'https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html', asOf: '2026-11-30' },
  check: ({ type, properties }, { region }) =>
    (places[type] ?? []).flatMap(([use, path]) =>
      valuesAt(properties, path.split('/'), '#').flatMap(({ value, pointer }): readonly Breach[] => {
        const named = modelNamed(value);
        return named === undefined ? [] : judged(named, use, region).map((breach) => ({ pointer, ...breach }));
      }),
    ),
};

/** What is wrong with an id or ARN where a model of that use is wanted; empty also for custom models and what is not known. */
export function modelProblems(idOrArn: string, use: Use, region: string | undefined): readonly string[] {
  const named = modelNamed(idOrArn);
  return named === undefined ? [] : judged(named, use, region).map(({ problem }) => problem);
}

/** A foundation model, and the geography of the profile that calls it. */
interface NamedModel {
  readonly id: string;
  readonly provider: string;
  /** The prefix of an inference profile, such as `eu`. */
  readonly geography: string | undefined;
}

/** The model that an id or ARN names; undefined for custom models, routers, unknown providers and what is not known. */
function modelNamed(value: Json): NamedModel | undefined {
  const text = knownText(value);
  if (text === undefined) return undefined;
  const [, inArn] = /^(?:arn:|.*:bedrock:).*:(?:foundation-model|inference-profile)\/(.+)$/.exec(text) ?? [];
  const id = inArn ?? text;
  if (id.includes('/') || id.startsWith('arn:') || hasUnknownPart(id)) return undefined;
  const [first = '', second = ''] = id.split('.');
  if (Object.hasOwn(bedrockModelIds, first)) return { id, provider: first, geography: undefined };
  if (!Object.hasOwn(bedrockModelIds, second)) return undefined;
  return { id: id.slice(first.length + 1), provider: second, geography: first };
}

function judged(
  { id, provider, geography }: NamedModel,
  use: Use,
  region: string | undefined,
): Omit<Breach, 'pointer'>[] {
  if (!isKnown(id, provider)) {
    const known = (bedrockModelIds[provider] ?? '').split(' ').map((name) => `${provider}.${name}`);
    const meant = suggestion(id, known);
    return [
      {
        problem: `The provided model identifier is invalid: ${id} is none of the ${known.length} models of ${provider} that are known on ${bedrockModelsAsOf}`,
        fix: meant === undefined ? `Use one of ${known.slice(-5).join(', ')}.` : `Write ${meant}.`,
      },
    ];
  }
  if (use === 'embedding' && !/embed/.test(id))
    return [
      {
        problem: `${id} is not an embedding model`,
        fix: 'Use an embedding model, such as amazon.titan-embed-text-v2:0.',
      },
    ];
  if (use === 'text' && /embed|rerank/.test(id))
    return [{ problem: `${id} does not generate text`, fix: 'Use a model that generates text.' }];
  const where = rowOf(notCalledFrom, geography);
  if (region === undefined || where?.test(region) !== true) return [];
  return [
    {
      problem: `The inference profile ${geography ?? ''}.${id} cannot be called from ${region}`,
      fix: 'Use the profile of the geography of the region, or a global profile.',
    },
  ];
}

/** An id as listed, or with a version or the length of its context after a listed one. */
function isKnown(id: string, provider: string): boolean {
  const listed = (bedrockModelIds[provider] ?? '').split(' ').map((name) => `${provider}.${name}`);
  if (listed.includes(id)) return true;
  const root = id.replace(/(?::\d+)?(?::(?:\d+k|512|mm))?$/, '');
  return root !== id && listed.some((name) => name === root || name.replace(/:\d+$/, '') === root);
}

/**
 * Regions that are in no geography of a prefix. Which regions of its geography serve a profile differs by model.
 * Source: docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html, 2026-11-30.
 */
const notCalledFrom: Readonly<Record<string, RegExp>> = {
  us: /^(?:eu|ap|sa|me|af|il)-/,
  eu: /^(?:us|ca|ap|sa|mx)-/,
  apac: /^(?:us|ca|eu|sa|mx)-/,
  jp: /^(?!ap-northeast-)/,
  au: /^(?!ap-southeast-)/,
  ca: /^(?!ca-)/,
};
