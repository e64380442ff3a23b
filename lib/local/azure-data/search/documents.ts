import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject } from '../../../constraints/json';
import type { DataAnswer } from '../exchange';
import { Refusal } from '../exchange';
import type { SearchField, SearchIndex } from './index-definition';
import { fieldText, keyField } from './index-definition';

/** Documents of one request. Source: Microsoft Learn, "Add, Update or Delete Documents" of AI Search (read 2026-12-01). */
const most = { documents: 1000 };
const keyPattern = /^(?!_)[\w\-=]{1,1024}$/;

/** What to do with a document. */
interface IndexAction {
  readonly kind: 'upload' | 'merge' | 'mergeOrUpload' | 'delete';
  readonly key: string;
  readonly fields: JsonObject;
}

const kinds: ReadonlySet<string> = new Set(['upload', 'merge', 'mergeOrUpload', 'delete']);

/**
 * Indexes documents: each has a result of its own. A request that does not fit the index, such as a vector of another length, is
 * refused as a whole, and nothing of it is stored.
 * @throws Refusal 400
 */
export function indexDocuments(body: JsonObject, index: SearchIndex, documents: Map<string, JsonObject>): DataAnswer {
  const { value } = body;
  if (!isList(value) || value.length === 0) throw invalid('the request has no documents');
  if (value.length > most.documents) throw invalid(`a request has at most ${most.documents} documents`);
  const actions = value.map((item, place) => actionOf(item, index, place));
  const results = actions.map((action) => apply(action, documents));
  const failed = results.some(({ status }) => !status);
  return { status: failed ? 207 : 200, body: { value: results } };
}

function actionOf(item: Json, index: SearchIndex, place: number): IndexAction {
  if (!isObject(item)) throw invalid(`value[${place}] is no document`);
  const { '@search.action': action = 'upload', ...fields } = item;
  if (typeof action !== 'string' || !kinds.has(action))
    throw invalid(`value[${place}]: the action '${typeof action === 'string' ? action : ''}' is not known`);
  const key = fieldText(fields, keyField(index));
  if (key === undefined || !keyPattern.test(key))
    throw invalid(`value[${place}]: a key has letters, digits, underscores, dashes and equal signs`);
  for (const [name, content] of Object.entries(fields)) {
    const field = index.fields.find((known) => known.name === name);
    if (field === undefined) throw invalid(`value[${place}]: the index has no field '${name}'`);
    const problem = contentProblem(field, content);
    if (problem !== undefined) throw invalid(`value[${place}].${name}: ${problem}`);
  }
  return { kind: kindOf(action), key, fields };
}

function kindOf(action: string): IndexAction['kind'] {
  switch (action) {
    case 'merge':
    case 'mergeOrUpload':
    case 'delete':
      return action;
    default:
      return 'upload';
  }
}

function contentProblem({ type, vector }: SearchField, content: Json): string | undefined {
  if (content === null) return undefined;
  if (vector !== undefined) {
    if (!isList(content) || !content.every((number) => typeof number === 'number' && Number.isFinite(number)))
      return 'a vector is a list of numbers';
    return content.length === vector.dimensions
      ? undefined
      : `the vector has ${content.length} dimensions, the field has ${vector.dimensions}`;
  }
  switch (type) {
    case 'Edm.String':
    case 'Edm.DateTimeOffset':
      return typeof content === 'string' ? undefined : `a text is expected for ${type}`;
    case 'Edm.Boolean':
      return typeof content === 'boolean' ? undefined : 'true or false is expected';
    case 'Collection(Edm.String)':
      return isList(content) && content.every((item) => typeof item === 'string')
        ? undefined
        : 'a list of texts is expected';
    case 'Edm.Int32':
    case 'Edm.Int64':
      return Number.isInteger(content) ? undefined : 'a whole number is expected';
    default:
      return typeof content === 'number' ? undefined : 'a number is expected';
  }
}

function apply(
  { kind, key, fields }: IndexAction,
  documents: Map<string, JsonObject>,
): {
  readonly key: string;
  readonly status: boolean;
  readonly errorMessage: string | null;
  readonly statusCode: number;
} {
  const before = documents.get(key);
  if (kind === 'delete') documents.delete(key);
  else if (kind === 'merge' && before === undefined)
    return { key, status: false, errorMessage: 'Document not found.', statusCode: 404 };
  else documents.set(key, kind === 'upload' ? fields : { ...before, ...fields });
  return { key, status: true, errorMessage: null, statusCode: before === undefined && kind !== 'delete' ? 201 : 200 };
}

function invalid(why: string): Refusal {
  return new Refusal(400, 'InvalidRequestParameter', `The request is invalid. Details: ${why}`);
}
