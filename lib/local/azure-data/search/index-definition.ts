import type { Json, JsonObject } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';
import { listAt, numberAt, textAt } from '../../../constraints/value';
import type { DistanceMetric } from '../../vectors/distance';
import { Refusal } from '../exchange';

/** A field of an index. */
export interface SearchField {
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
  readonly searchable: boolean;
  readonly filterable: boolean;
  /** Whether results show it. */
  readonly retrievable: boolean;
  /** Length and metric of a vector; undefined for another field. */
  readonly vector: { readonly dimensions: number; readonly metric: DistanceMetric } | undefined;
}

/** An index: its definition as it was sent, and its fields. */
export interface SearchIndex {
  readonly name: string;
  readonly definition: JsonObject;
  readonly fields: readonly SearchField[];
}

const scalarTypes = new Set([
  'Edm.String',
  'Edm.Int32',
  'Edm.Int64',
  'Edm.Double',
  'Edm.Boolean',
  'Edm.DateTimeOffset',
]);
const vectorType = 'Collection(Edm.Single)';
const textListType = 'Collection(Edm.String)';
/** Limit and grammar of names were not compared with the service. */
const mostDimensions = 4096;
const indexName = /^(?!.*--)[a-z0-9][a-z0-9-]{0,126}[a-z0-9]$/;
const fieldName = /^(?!azureSearch)[A-Za-z]\w{0,127}$/;

/** Reads the definition of an index. @throws Refusal 400 with every problem */
export function readIndex(definition: JsonObject): SearchIndex {
  const name = textAt(definition, 'name') ?? '';
  const given = definition['fields'];
  if (!isList(given) || given.length === 0) throw invalid(['the index has no fields']);
  const fields = given.map((field) => fieldOf(field, definition));
  const problems = [
    ...(indexName.test(name) ? [] : [`the name '${name}' has other than lower-case letters, digits and single dashes`]),
    ...fields.flatMap((field) => fieldProblems(field)),
    ...(fields.filter(({ key }) => key).length === 1 ? [] : ['an index has exactly one key field']),
    ...fields.flatMap(({ key, type }) => (key && type !== 'Edm.String' ? ['the key field is of type Edm.String'] : [])),
    ...fields.flatMap((field, place) =>
      fields.findIndex((other) => other.name === field.name) < place ? [`the field ${field.name} is there twice`] : [],
    ),
    ...given.flatMap((field, place) => vectorProblems(field, definition, place)),
  ];
  if (problems.length > 0) throw invalid(problems);
  return { name, definition, fields };
}

function fieldOf(field: Json, definition: JsonObject): SearchField {
  const flag = (name: string, fallback: boolean): boolean => {
    const value = isObject(field) ? field[name] : undefined;
    return typeof value === 'boolean' ? value : fallback;
  };
  const type = textAt(field, 'type') ?? '';
  const dimensions = numberAt(field, 'dimensions');
  return {
    name: textAt(field, 'name') ?? '',
    type,
    key: flag('key', false),
    searchable: flag('searchable', type === 'Edm.String' || type === textListType),
    filterable: flag('filterable', type !== vectorType),
    retrievable: flag('retrievable', true),
    vector:
      type === vectorType && dimensions !== undefined
        ? { dimensions, metric: metricOf(textAt(field, 'vectorSearchProfile'), definition) }
        : undefined,
  };
}

function fieldProblems({ name, type, vector }: SearchField): readonly string[] {
  const known = scalarTypes.has(type) || type === vectorType || type === textListType;
  return [
    ...(fieldName.test(name) ? [] : [`the field name '${name}' is not valid`]),
    ...(known ? [] : [`the type ${type} of field ${name} is not supported by the local Azure`]),
    ...(type === vectorType && vector === undefined ? [`the vector field ${name} has no dimensions`] : []),
    ...(vector !== undefined && (vector.dimensions < 2 || vector.dimensions > mostDimensions)
      ? [`dimensions of field ${name}: 2 to ${mostDimensions}`]
      : []),
  ];
}

/** A vector field names a profile, and the profile an algorithm. */
function vectorProblems(field: Json, definition: JsonObject, place: number): readonly string[] {
  if (textAt(field, 'type') !== vectorType) return [];
  const profile = textAt(field, 'vectorSearchProfile');
  if (profile === undefined) return [`fields[${place}]: a vector field has a vectorSearchProfile`];
  return algorithmOf(profile, definition) === undefined
    ? [`fields[${place}]: the profile ${profile} and its algorithm are not in vectorSearch`]
    : [];
}

function algorithmOf(profile: string | undefined, definition: JsonObject): Json | undefined {
  const named = (list: string, name: string | undefined): Json | undefined =>
    listAt(definition, 'vectorSearch', list).find((item) => textAt(item, 'name') === name);
  const found = named('profiles', profile);
  return found === undefined ? undefined : named('algorithms', textAt(found, 'algorithm'));
}

function metricOf(profile: string | undefined, definition: JsonObject): DistanceMetric {
  const algorithm = algorithmOf(profile, definition);
  const parameters = ['hnswParameters', 'exhaustiveKnnParameters'] as const;
  const metric = parameters.map((name) => textAt(algorithm, name, 'metric')).find((value) => value !== undefined);
  return metric === 'euclidean' ? 'euclidean' : 'cosine';
}

function invalid(problems: readonly string[]): Refusal {
  return new Refusal(
    400,
    'InvalidRequestParameter',
    `The request is invalid. Details: definition: ${problems.join('; ')}`,
  );
}

/** The key of a document. */
export function keyField({ fields }: SearchIndex): string {
  return fields.find(({ key }) => key)?.name ?? '';
}

/** A text of a document; undefined where the field is absent. */
export function fieldText(document: JsonObject, name: string): string | undefined {
  return scalarText(document[name]);
}
