import type { Json, JsonObject } from '../../../constraints/json';
import { isList } from '../../../constraints/json';
import { numberAt, textAt } from '../../../constraints/value';
import { contentWords } from '../../model/words';
import { nearest } from '../../vectors/distance';
import { assertMembers, notImplemented, Refusal } from '../exchange';
import { readFilter } from './filter';
import type { SearchIndex } from './index-definition';
import { fieldText, keyField } from './index-definition';

/** A document with its score. */
interface Hit {
  readonly key: string;
  readonly score: number;
}

const members = new Set(['search', 'vectorQueries', 'filter', 'select', 'top', 'count', 'queryType', 'searchFields']);
const vectorMembers = new Set(['kind', 'vector', 'fields', 'k', 'exhaustive']);

/** As these are usually given: they were not compared with the service. */
const defaults = { top: 50, mostTop: 1000, rankConstant: 60 };

/** BM25 with its usual parameters, which were not compared with the service: the order of results matters here, not their scores. */
const bm25 = { k1: 1.2, b: 0.75 };

/**
 * Searches an index: by words (BM25), by vectors (exact), or by both, joined by reciprocal rank fusion.
 * @throws Refusal 400 for what does not fit the index, 501 for what is not there
 */
export function search(body: JsonObject, index: SearchIndex, documents: ReadonlyMap<string, JsonObject>): object {
  assertMembers(body, members, 'a search');
  const queryType = textAt(body, 'queryType') ?? 'simple';
  if (queryType !== 'simple') throw notImplemented(`the query type ${queryType}`);
  const filter = textAt(body, 'filter');
  const passes = filter === undefined ? () => true : readFilter(filter, index);
  const candidates = [...documents].filter(([, document]) => passes(document));
  const rankings = [...textRanking(body, index, candidates), ...vectorRankings(body, index, candidates)];
  const hits = rankings.length === 0 ? candidates.map(([key]) => ({ key, score: 1 })) : fused(rankings);
  const top = countOf(body, 'top', defaults.mostTop) ?? defaults.top;
  const select = selectedFields(body, index);
  return {
    ...(body['count'] === true ? { '@odata.count': hits.length } : {}),
    value: hits.slice(0, top).map(({ key, score }) => ({
      '@search.score': score,
      ...Object.fromEntries(select.map((name) => [name, documents.get(key)?.[name] ?? null])),
    })),
  };
}

function textRanking(
  body: JsonObject,
  index: SearchIndex,
  candidates: readonly (readonly [string, JsonObject])[],
): readonly (readonly Hit[])[] {
  const text = textAt(body, 'search') ?? '';
  if (text === '' || text === '*') return [];
  const wanted = textAt(body, 'searchFields')?.split(',');
  const fields = index.fields.filter(({ searchable, name }) => searchable && (wanted?.includes(name) ?? true));
  const texts = candidates.map(([key, document]) => ({
    key,
    stems: contentWords(fields.map(({ name }) => fieldText(document, name) ?? '').join('\n')).map(({ stem }) => stem),
  }));
  const average = texts.reduce((sum, { stems }) => sum + stems.length, 0) / Math.max(1, texts.length);
  const asked = [...new Set(contentWords(text).map(({ stem }) => stem))];
  const hits = texts.map(({ key, stems }) => ({
    key,
    score: asked.reduce((sum, stem) => sum + weight(stem, stems, { texts, average }), 0),
  }));
  return [hits.filter(({ score }) => score > 0).sort(byScore)];
}

function weight(
  stem: string,
  stems: readonly string[],
  { texts, average }: { readonly texts: readonly { readonly stems: readonly string[] }[]; readonly average: number },
): number {
  const times = stems.filter((other) => other === stem).length;
  if (times === 0) return 0;
  const having = texts.filter((other) => other.stems.includes(stem)).length;
  const rarity = Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  return (rarity * times * (bm25.k1 + 1)) / (times + bm25.k1 * (1 - bm25.b + (bm25.b * stems.length) / average));
}

function vectorRankings(
  body: JsonObject,
  index: SearchIndex,
  candidates: readonly (readonly [string, JsonObject])[],
): readonly (readonly Hit[])[] {
  const queries = body['vectorQueries'];
  if (queries === undefined) return [];
  if (!isList(queries)) throw invalid('vectorQueries is a list');
  return queries.flatMap((query) => {
    const { to, count, fields } = vectorQuery(query, index);
    return fields.map(({ name, metric }) => {
      const vectors = candidates.flatMap(([key, document]) => {
        const data = numbersOf(document[name]);
        return data === undefined ? [] : [{ key, data }];
      });
      return nearest(vectors, { to, metric, count }).map(({ vector, distance }) => ({
        key: vector.key,
        // As the service scores a single vector query.
        score: 1 / (1 + distance),
      }));
    });
  });
}

function vectorQuery(query: Json, index: SearchIndex) {
  if (textAt(query, 'kind') !== 'vector')
    throw notImplemented('vector queries of another kind than vector: embed the text first');
  if (typeof query === 'object' && query !== null && !isList(query))
    assertMembers(query, vectorMembers, 'a vector query');
  const to = numbersOf(typeof query === 'object' && query !== null && !isList(query) ? query['vector'] : undefined);
  if (to === undefined) throw invalid('a vector query has a vector of numbers');
  const names = (textAt(query, 'fields') ?? '').split(',').map((name) => name.trim());
  const fields = names.map((name) => {
    const vector = index.fields.find((field) => field.name === name)?.vector;
    if (vector === undefined) throw invalid(`'${name}' is not a vector field of the index`);
    if (vector.dimensions !== to.length)
      throw invalid(`the vector field '${name}' has ${vector.dimensions} dimensions, the query has ${to.length}`);
    return { name, metric: vector.metric };
  });
  return { to, fields, count: countOf(query, 'k', Number.MAX_SAFE_INTEGER) ?? defaults.top };
}

/** One ranking keeps its scores; several are joined by reciprocal rank fusion. */
function fused(rankings: readonly (readonly Hit[])[]): readonly Hit[] {
  const [only, ...others] = rankings;
  if (only !== undefined && others.length === 0) return only;
  const scores = new Map<string, number>();
  for (const ranking of rankings)
    for (const [rank, { key }] of ranking.entries())
      scores.set(key, (scores.get(key) ?? 0) + 1 / (defaults.rankConstant + rank + 1));
  return [...scores].map(([key, score]) => ({ key, score })).sort(byScore);
}

function byScore(left: Hit, right: Hit): number {
  return right.score - left.score || (left.key < right.key ? -1 : 1);
}

function selectedFields(body: JsonObject, index: SearchIndex): readonly string[] {
  const shown = index.fields.filter(({ retrievable }) => retrievable).map(({ name }) => name);
  const select = textAt(body, 'select');
  if (select === undefined || select === '*') return shown;
  const names = select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !shown.includes(name));
  if (unknown !== undefined) throw invalid(`select: the index shows no field '${unknown}' (key ${keyField(index)})`);
  return names;
}

function countOf(from: Json, name: string, largest: number): number | undefined {
  const count = numberAt(from, name);
  if (count === undefined || (Number.isInteger(count) && count >= 1 && count <= largest)) return count;
  throw invalid(`${name}: a whole number from 1 to ${largest}`);
}

function numbersOf(value: Json | undefined): readonly number[] | undefined {
  if (!isList(value)) return undefined;
  const numbers = value.flatMap((item) => (typeof item === 'number' && Number.isFinite(item) ? [item] : []));
  return numbers.length === value.length ? numbers : undefined;
}

function invalid(why: string): Refusal {
  return new Refusal(400, 'InvalidRequestParameter', `The request is invalid. Details: ${why}`);
}
