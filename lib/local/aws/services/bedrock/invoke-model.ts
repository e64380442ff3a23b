import type { JsonObject } from '../../../../constraints/json';
import { isList, scalarText } from '../../../../constraints/json';
import { embeddingModelOf } from '../../../../constraints/llm/embedding-models';
import { lexicalModel } from '../../../model/lexical-embedding';
import { ServiceError } from '../../errors';
import type { CallContext, WireAnswer } from '../call';
import type { RestInput } from '../rest-operations';
import { conversationOf } from './converse';
import type { TextFamily } from './invoke-text';
import { asConversation, textFamilies, textFamilyOf } from './invoke-text';
import { fromModel, modelAnswer, streamOf } from './model-answer';
import { requireModel } from './models';

/** Characters of the longest text of Titan. Source: Amazon Bedrock user guide, Titan Text Embeddings models (read 2026-12-01). */
const titanCharacters = 50_000;
/** Texts of one request to Cohere. Source: Amazon Bedrock user guide, Cohere Embed v3 (read 2026-12-01). */
const cohereTexts = 96;

/** Members of the requests of the text embedding models; each family that generates text has its own. */
export const invokeMembers = [
  'inputText',
  'dimensions',
  'normalize=true',
  'texts',
  'input_type',
  'truncate',
  'output_dimension',
  ...textFamilies.flatMap(({ members }) => members),
];

/** InvokeModel: the text embedding models of Titan and Cohere, and the families of models that generate text. */
export async function invokeModel(input: RestInput, context: CallContext): Promise<WireAnswer> {
  const { path, body } = input;
  const { id } = requireModel(path['modelId'] ?? '', { region: context.region });
  if (id.startsWith('amazon.titan-embed-text')) return titan(id, body, context);
  if (id.startsWith('cohere.embed')) return cohere(id, body, context);
  const family = textFamilyOf(id);
  const { turns, settings } = conversationOf({ path, body: requested(family, input) }, context);
  const answer = await fromModel(() => context.cloud.model.chat(turns, settings));
  return modelAnswer(answer.model, family.answer({ ...answer, pieces: [answer.text] }, id));
}

/** InvokeModelWithResponseStream of the families of models that generate text. */
export async function invokeModelStream(input: RestInput, context: CallContext): Promise<WireAnswer> {
  const { path } = input;
  const { id } = requireModel(path['modelId'] ?? '', { use: 'text', region: context.region });
  const family = textFamilyOf(id);
  const { turns, settings } = conversationOf({ path, body: requested(family, input) }, context);
  const answer = await fromModel(() => context.cloud.model.stream(turns, settings));
  const chunks = family.chunks(answer, id).map((chunk) => ({
    type: 'chunk',
    body: { bytes: Buffer.from(JSON.stringify(chunk)).toString('base64') },
  }));
  return streamOf(answer, chunks);
}

/** @throws ServiceError (NotImplemented) for a guardrail, which these requests name in a header */
function requested(family: TextFamily, { headers, body }: RestInput): JsonObject {
  if (headers['x-amzn-bedrock-guardrailidentifier'] !== undefined)
    throw new ServiceError(
      'NotImplemented',
      'The local cloud does not implement InvokeModel with a guardrail; use Converse',
      501,
    );
  return asConversation(family, body);
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
