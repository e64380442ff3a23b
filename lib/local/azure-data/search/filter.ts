import type { Json, JsonObject } from '../../../constraints/json';
import { isList } from '../../../constraints/json';
import { Refusal } from '../exchange';
import type { SearchIndex } from './index-definition';

/** Whether a document passes a filter. */
export type DocumentFilter = (document: JsonObject) => boolean;

type Token = { readonly kind: 'word' | 'text' | 'number' | 'mark'; readonly text: string };

const comparisons: Readonly<Record<string, (left: number | string, right: number | string) => boolean>> = {
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};

/**
 * Reads an OData filter: comparisons of a field with a value, joined by `and`, `or`, `not` and parentheses. Functions, such as
 * `search.in`, and lambdas are not there.
 * @throws Refusal 400 for a filter that does not parse or names a field that is not filterable
 */
export function readFilter(text: string, index: SearchIndex): DocumentFilter {
  const tokens = tokensOf(text);
  let place = 0;
  const next = (): Token | undefined => tokens[place];
  const take = (): Token => {
    const token = tokens[place];
    if (token === undefined) throw invalid(text, 'it ends too early');
    place += 1;
    return token;
  };
  const either = (): DocumentFilter => {
    const parts = [both()];
    while (next()?.text === 'or') {
      take();
      parts.push(both());
    }
    return (document) => parts.some((part) => part(document));
  };
  const both = (): DocumentFilter => {
    const parts = [one()];
    while (next()?.text === 'and') {
      take();
      parts.push(one());
    }
    return (document) => parts.every((part) => part(document));
  };
  const one = (): DocumentFilter => {
    const token = take();
    if (token.kind === 'word' && token.text === 'not') {
      const inner = one();
      return (document) => !inner(document);
    }
    if (token.text === '(' && token.kind === 'mark') {
      const inner = either();
      if (take().text !== ')') throw invalid(text, 'a parenthesis is not closed');
      return inner;
    }
    return comparison(token, take(), take(), { text, index });
  };
  const filter = either();
  const left = next();
  if (left !== undefined) throw invalid(text, `'${left.text}' is not expected`);
  return filter;
}

function comparison(
  field: Token,
  operator: Token,
  value: Token,
  { text, index }: { readonly text: string; readonly index: SearchIndex },
): DocumentFilter {
  const known = index.fields.find(({ name }) => name === field.text);
  if (field.kind !== 'word' || known === undefined) throw invalid(text, `there is no field '${field.text}'`);
  if (!known.filterable || known.vector !== undefined)
    throw invalid(text, `the field '${field.text}' is not filterable`);
  const wanted = valueOf(value, text);
  const read = (document: JsonObject): Json | undefined => document[field.text];
  if (operator.text === 'eq') return (document) => (read(document) ?? null) === wanted;
  if (operator.text === 'ne') return (document) => (read(document) ?? null) !== wanted;
  const compare = Object.hasOwn(comparisons, operator.text) ? comparisons[operator.text] : undefined;
  if (compare === undefined)
    throw invalid(text, `the operator '${operator.text}' is not one of eq, ne, gt, ge, lt, le`);
  return (document) => {
    const found = read(document);
    return (
      !isList(found) &&
      typeof found === typeof wanted &&
      isOrdered(found) &&
      isOrdered(wanted) &&
      compare(found, wanted)
    );
  };
}

function isOrdered(value: Json | undefined): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

function valueOf({ kind, text }: Token, filter: string): Json {
  if (kind === 'text') return text;
  if (kind === 'number') return Number(text);
  if (kind === 'word' && (text === 'true' || text === 'false')) return text === 'true';
  if (kind === 'word' && text === 'null') return null;
  throw invalid(filter, `'${text}' is no value`);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_][\w.]*)|([()]))/y;
  while (pattern.lastIndex < text.trimEnd().length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) throw invalid(text, `it does not parse from '${text.slice(start, start + 20).trim()}'`);
    const [, quoted, number, word, mark] = match;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'mark', text: mark ?? '' });
  }
  return tokens;
}

function invalid(filter: string, why: string): Refusal {
  return new Refusal(
    400,
    'InvalidRequestParameter',
    `Invalid expression: ${why}. Parameter name: $filter: ${filter.slice(0, 200)}`,
  );
}
