import type { CollectionTag, Document, ScalarTag, YAMLMap } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { longForm, shortTags } from './short-tags';
import type { ParsedText, Path, TextProblem } from './text-problem';
import { duplicateKey } from './text-problem';
import { yamlProblem } from './yaml-problem';
import { plainScalar } from './yaml-scalar';

/** The short tags as parser options: the nodes keep their tag, and `read` gives them their long form. */
const customTags: (ScalarTag | CollectionTag)[] = [...shortTags.keys()].flatMap(
  (tag): (ScalarTag | CollectionTag)[] => [
    { tag, resolve: (text: string) => text },
    { tag, collection: 'seq' },
    { tag, collection: 'map' },
  ],
);

/** State of one walk over the nodes of a text. */
interface Walk {
  readonly problems: TextProblem[];
  readonly path: (string | number)[];
}

/** Reads YAML as CloudFormation does, its short tags as their long forms, in one walk that also finds duplicate keys. */
export function parseYamlText(text: string): ParsedText {
  const { document, original } = parsedWithFolds(text);
  const walk: Walk = { problems: [], path: [] };
  const errors = [...document.errors, ...document.warnings];
  const tooDeep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooDeep !== undefined) {
    // The parser gave up: what it says about the rest is noise, and depends on how much of the call stack was left.
    return { value: undefined, problems: [yamlProblem(tooDeep, text)], offsetsOf: (paths) => paths.map(() => 0) };
  }
  const syntax = errors.map((error) => yamlProblem(error, text));
  const value = read(document.contents, walk);
  return {
    value,
    problems: [...syntax, ...walk.problems].map((problem) => ({ ...problem, offset: original(problem.offset) })),
    offsetsOf: (paths) => {
      const offsetOf = offsetsOf(document);
      return paths.map((path) => original(offsetOf(path)));
    },
  };
}

/** Lines of quoted text that are indented in turn; a longer one is reported as not closed. */
const mostFolds = 100;

/**
 * Parses a text. A quoted text may go on at any column in CloudFormation, which the library refuses: such lines are indented,
 * which changes no value, as the white space at the start of a folded line does not count.
 * @returns the document, and the offset in the text of an offset in what was parsed
 */
function parsedWithFolds(text: string): {
  readonly document: ReturnType<typeof parsed>;
  readonly original: (offset: number) => number;
} {
  const first = parsed(text);
  let document = first;
  let current = text;
  const inserted: number[] = [];
  for (let fold = 0; fold < mostFolds; fold++) {
    const open = document.errors.filter(({ message }) => message.startsWith('Missing closing'));
    if (open.length === 0) {
      const original = (offset: number): number =>
        inserted.toReversed().reduce((at, place) => (at > place ? Math.max(place, at - indent.length) : at), offset);
      return { document, original };
    }
    for (const { pos } of open.toSorted((one, other) => other.pos[0] - one.pos[0])) {
      const next = current.indexOf('\n', pos[0]) + 1;
      if (next === 0) return { document: first, original: (offset) => offset };
      current = current.slice(0, next) + indent + current.slice(next);
      inserted.push(next);
    }
    document = parsed(current);
  }
  return { document: first, original: (offset) => offset };
}

const indent = ' '.repeat(60);

function parsed(text: string) {
  // The library compares each key with every other one of its map, so that duplicates are found here instead.
  return parseDocument(text, {
    customTags: customTags,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
}

function read(node: unknown, walk: Walk): unknown {
  if (isAlias(node)) {
    report(walk, offset(node), {
      message: 'YAML aliases are not allowed in CloudFormation templates',
      got: `*${node.source}`,
      expected: 'the value itself',
    });
    return null;
  }
  return isNode(node) ? tagged(node.tag, readContent(node, walk), offset(node), walk) : null;
}

function readContent(node: unknown, walk: Walk): unknown {
  if (isMap(node)) return readMap(node, walk);
  if (isSeq(node)) return node.items.map((item, index) => within(index, walk, () => read(item, walk)));
  if (!isScalar(node)) return null;
  const value = node.type === 'PLAIN' && node.tag === undefined ? plainScalar(node.source ?? '') : node.value;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    report(walk, offset(node), { message: 'the number is infinite or not a number', got: node.source });
  }
  return value;
}

function readMap(map: YAMLMap, walk: Walk): unknown {
  const entries = new Map<string, unknown>();
  const keys = new Set<string>();
  for (const pair of map.items) {
    const { key } = pair;
    if (!isScalar(key) || shortTags.has(key.tag ?? '')) {
      report(walk, offset(key, map), { message: 'a key is not text', expected: 'a key of text' });
      continue;
    }
    // As written: an account id that begins with 0 is not the number it looks like.
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    if (name === '<<' && key.type === 'PLAIN') {
      report(walk, offset(key), {
        message: 'YAML merges (<<) are not allowed in CloudFormation templates',
        got: '<<',
        expected: 'the entries themselves',
      });
      continue;
    }
    if (keys.has(name)) walk.problems.push(duplicateKey(name, [...walk.path, name], offset(key)));
    keys.add(name);
    entries.set(
      name,
      within(name, walk, () => read(pair.value, walk)),
    );
  }
  return Object.fromEntries(entries);
}

function tagged(tag: string | undefined, value: unknown, at: number, walk: Walk): unknown {
  const key = shortTags.get(tag ?? '');
  if (key === undefined) return value;
  const long = longForm(key, value);
  if (long === undefined) {
    report(walk, at, {
      message: '!GetAtt names no attribute',
      got: value,
      expected: 'a logical id, a dot and an attribute, for example Bucket.Arn',
    });
  }
  return long ?? null;
}

type Report = Pick<TextProblem, 'message' | 'got'> & { readonly expected?: string };

function report(walk: Walk, at: number, { expected = 'a value that JSON has too', ...rest }: Report): void {
  walk.problems.push({ code: 'MalformedText', path: [...walk.path], offset: at, expected, ...rest });
}

function within<T>(step: string | number, walk: Walk, action: () => T): T {
  walk.path.push(step);
  const value = action();
  walk.path.pop();
  return value;
}

/** Where a node begins, or the node around it when it is empty. */
function offset(node: unknown, around?: YAMLMap): number {
  return (isNode(node) ? node.range?.[0] : undefined) ?? around?.range?.[0] ?? 0;
}

/** The offset of the value at a path, or of the nearest value around it. Keys of a map are looked up once for all paths. */
function offsetsOf(document: Document): (path: Path) => number {
  const keys = new Map<YAMLMap, ReadonlyMap<string, unknown>>();
  const keysOf = (map: YAMLMap): ReadonlyMap<string, unknown> => {
    const known = keys.get(map) ?? new Map(map.items.map(({ key, value }) => [keyText(key), value]));
    keys.set(map, known);
    return known;
  };
  return (path) => {
    let node: unknown = document.contents;
    let found = offset(node);
    for (const step of path) {
      node = isMap(node) ? keysOf(node).get(String(step)) : isSeq(node) ? node.items[Number(step)] : undefined;
      if (!isNode(node)) break;
      found = offset(node);
    }
    return found;
  };
}

function keyText(key: unknown): string {
  return isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : '';
}
