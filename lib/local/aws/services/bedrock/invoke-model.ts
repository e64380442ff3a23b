import type { JsonObject } from '../../../../constraints/json';
import { isList, scalarText } from '../../../../constraints/json';
import { embeddingModelOf } from '../../../../constraints/llm/embedding-models';
import { lexicalModel } from '../../../model/lexical-embedding';
import { ServiceError } from '../../errors';
import type { CallContext, WireAnswer } from '../call';
import type { RestInput } from '../rest-operations';
import { fromModel, modelAnswer } from './model-answer';
import { requireModel } from './models';

/** Characters of the longest text of Titan. Source: Amazon Bedrock user guide, Titan Text Embeddings models (read 2026-12-01). */
const titanCharacters = 50_000;
/** Texts of one request to Cohere. Source: Amazon Bedrock user guide, Cohere Embed v3 (read 2026-12-01). */
const cohereTexts = 96;

/** Members of the requests of the embedding models that have a stand-in. */
export const invokeMembers = [
  'inputText',
  'dimensions',
  'normalize=true',
  'texts',
  'input_type',
  'truncate',
  'output_dimension',
];

/** InvokeModel of the text embedding models of Titan and Cohere; models that generate text are asked with Converse. */
export function invokeModel({ path, body }: RestInput, context: CallContext): Promise<WireAnswer> {
  const { id } = requireModel(path['modelId'] ?? '', { region: context.region });
  if (id.startsWith('amazon.titan-embed-text')) return titan(id, body, context);
  if (id.startsWith('cohere.embed')) return cohere(id, body, context);
  throw new ServiceError(
    'NotImplemented',
    `The local cloud implements InvokeModel for the text embeddings of Titan and Cohere, not for ${id}; use Converse to generate text`,
    501,
  );
}

async function titan(id: string, body: JsonObject, { cloud }: CallContext): Promise<WireAnswer> {
  const text = body['inputText'];
  if (typeof text !== 'string' || text === '')
    throw new ServiceError(
      'ValidationException',
      'Malformed input request: #: required key [inputText] not found, please reformat your input and try again.',
    );
  if (text.length > titanCharacters)
    throw new ServiceError(
      'ValidationException',
      `Malformed input request: expected maxLength: ${titanCharacters}, actual: ${text.length}, please reformat your input and try again.`,
    );
  const dimension = dimensionOf(id, body['dimensions']);
  const { vectors, inputTokens, model } = await fromModel(() => cloud.model.embed([text], dimension));
  return modelAnswer(model, {
    embedding: [...(vectors[0] ?? [])],
    inputTextTokenCount: inputTokens,
    ...standInOf(model),
  });
}

async function cohere(id: string, body: JsonObject, { cloud }: CallContext): Promise<WireAnswer> {
  const { texts } = body;
  const read = isList(texts) ? texts.map((text) => scalarText(text) ?? '') : [];
  if (read.length === 0 || read.length > cohereTexts || read.includes(''))
    throw new ServiceError('ValidationException', `texts: expected 1 to ${cohereTexts} texts`);
  if (scalarText(body['input_type']) === undefined)
    throw new ServiceError(
      'ValidationException',
      'Malformed input request: #: required key [input_type] not found, please reformat your input and try again.',
    );
  const dimension = dimensionOf(id, body['output_dimension']);
  const { vectors, model } = await fromModel(() => cloud.model.embed(read, dimension));
  return modelAnswer(model, {
    embeddings: vectors.map((vector) => [...vector]),
    response_type: 'embeddings_floats',
    texts: read,
    ...standInOf(model),
  });
}

/** Says that no model made the vectors. */
function standInOf(model: string): JsonObject {
  return model === lexicalModel ? { standIn: model } : {};
}

function dimensionOf(id: string, asked: unknown): number {
  const dimensions = embeddingModelOf(id)?.dimensions ?? [];
  const [standard] = dimensions;
  if (asked === undefined && standard !== undefined) return standard;
  if (typeof asked === 'number' && dimensions.includes(asked)) return asked;
  throw new ServiceError(
    'ValidationException',
    `${id} gives vectors of ${dimensions.join(', ')} numbers, not ${String(asked)}`,
  );
}
