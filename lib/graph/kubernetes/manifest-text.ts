import type { Document } from 'yaml';
import { isMap, isSeq, parseAllDocuments } from 'yaml';
import { parseJsonText } from '../text/json-text';
import type { TextProblem } from '../text/text-problem';

/** One object of a manifest, and where it begins. */
export interface ManifestObject {
  readonly value: unknown;
  /** Characters before it. */
  readonly offset: number;
}

/** Whether a text is a manifest: `apiVersion` and `kind` are keys at the top of one of its documents. */
export function isManifestText(text: string): boolean {
  return (
    /^["']?apiVersion["']?\s*:/m.test(text) &&
    /^["']?kind["']?\s*:/m.test(text) &&
    !/^["']?Resources["']?\s*:/m.test(text)
  );
}

/**
 * The objects of a manifest in YAML, of one or more documents, or in JSON; those of a List one by one. Anchors are resolved
 * as far as a small file needs it, and merges (`<<`) as kubectl does.
 */
export function manifestObjects(text: string): {
  readonly objects: readonly ManifestObject[];
  readonly problems: readonly TextProblem[];
} {
  if (/^\s*\{/.test(text)) {
    const { value, problems } = parseJsonText(text);
    return { objects: problems.length > 0 ? [] : listed({ value, offset: 0 }), problems };
  }
  // YAML 1.1, whose booleans and merges are those of kubectl. Each alias may stand for few values: no bomb.
  const documents = parseAllDocuments(text, { version: '1.1', merge: true, prettyErrors: false, uniqueKeys: false });
  const problems: TextProblem[] = [];
  const objects = (Array.isArray(documents) ? (documents as readonly Document[]) : []).flatMap((document) => {
    problems.push(...document.errors.map(({ message, pos }) => problem(message, pos[0])));
    if (document.errors.length > 0) return [];
    try {
      const offset = document.contents?.range?.[0] ?? 0;
      return listed({ value: document.toJS({ maxAliasCount: 100 }) as unknown, offset }, itemOffsets(document));
    } catch (error) {
      problems.push(problem(error instanceof Error ? error.message : String(error), document.range?.[0] ?? 0));
      return [];
    }
  });
  return { objects, problems };
}

function problem(message: string, offset: number): TextProblem {
  return {
    code: 'MalformedText',
    path: [],
    offset,
    message: `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    expected: 'valid YAML',
  };
}

/** The object, or the items of a List. An empty document has none. */
function listed({ value, offset }: ManifestObject, offsets: readonly number[] = []): readonly ManifestObject[] {
  if (value === null || value === undefined) return [];
  const items: unknown = typeof value === 'object' && 'items' in value ? value.items : undefined;
  const isList =
    typeof value === 'object' && 'kind' in value && typeof value.kind === 'string' && value.kind.endsWith('List');
  if (!isList || !Array.isArray(items)) return [{ value, offset }];
  return items.map((item: unknown, index) => ({ value: item, offset: offsets[index] ?? offset }));
}

function itemOffsets({ contents }: Document): readonly number[] {
  const items: unknown = isMap(contents) ? contents.get('items', true) : undefined;
  return isSeq<{ readonly range?: readonly number[] }>(items) ? items.items.map((item) => item.range?.[0] ?? 0) : [];
}
