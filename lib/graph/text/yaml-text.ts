import type { Alias, CollectionTag, Document, ScalarTag, YAMLMap } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import { longForm, shortTags } from './short-tags';
import type { ParsedText, Path, TextProblem } from './text-problem';
import { duplicateKey } from './text-problem';
import { yamlProblem } from './yaml-problem';

/** The short tags as parser options: the nodes keep their tag, and `read` gives them their long form. */
const customTags: (ScalarTag | CollectionTag)[] = [...shortTags.keys()].flatMap(
  (tag): (ScalarTag | CollectionTag)[] => [
    { tag, resolve: (text: string) => text },
    { tag, collection: 'seq' },
    { tag, collection: 'map' },
  ],
);

/** Values that aliases may repeat in one text: far more than a hand-written template has, far fewer than memory holds. */
const mostAliasedValues = 1_000_000;

/** An anchored value, and how many values it has. */
interface Anchored {
  readonly value: unknown;
  readonly values: number;
}

/** State of one walk over the nodes of a text. */
interface Walk {
  readonly problems: TextProblem[];
  readonly path: (string | number)[];
  readonly anchors: Map<string, Anchored>;
  /** Anchors whose value is not complete yet: an alias to one of them would be endless. */
  readonly open: Set<string>;
  values: number;
  aliased: number;
}

/** Reads YAML, its short tags as their long forms, in one walk that also finds duplicate keys. */
export function parseYamlText(text: string): ParsedText {
  // The library compares each key with every other one of its map, so that duplicates are found here instead.
  const document = parseDocument(text, {
    customTags: customTags,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const walk: Walk = { problems: [], path: [], anchors: new Map(), open: new Set(), values: 0, aliased: 0 };
  const syntax = [...document.errors, ...document.warnings].map((error) => yamlProblem(error, text));
  const value = read(document.contents, walk);
  return {
    value,
    problems: [...syntax, ...walk.problems],
    offsetsOf: (paths) => paths.map((path) => offsetOf(document, path)),
  };
}

function read(node: unknown, walk: Walk): unknown {
  walk.values++;
  if (isAlias(node)) return readAlias(node, walk);
  if (!isNode(node)) return null;
  const { anchor } = node;
  const before = walk.values;
  if (anchor !== undefined) walk.open.add(anchor);
  const value = tagged(node.tag, readContent(node, walk), offset(node), walk);
  if (anchor !== undefined) {
    walk.open.delete(anchor);
    walk.anchors.set(anchor, { value, values: walk.values - before + 1 });
  }
  return value;
}

function readContent(node: unknown, walk: Walk): unknown {
  if (isMap(node)) return readMap(node, walk);
  if (isSeq(node)) return node.items.map((item, index) => within(index, walk, () => read(item, walk)));
  if (!isScalar(node)) return null;
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
    report(walk, offset(node), { message: 'the number is infinite or not a number', got: node.source });
  }
  return node.value;
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
      merge(entries, read(pair.value, walk), () => {
        report(walk, offset(key), { message: '<< merges something that is not a map', expected: 'a map or maps' });
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

/** Adds the entries of a map or of several maps that are not there yet, as YAML 1.1 merges. */
function merge(entries: Map<string, unknown>, source: unknown, refuse: () => void): void {
  for (const map of Array.isArray(source) ? (source as readonly unknown[]) : [source]) {
    if (typeof map !== 'object' || map === null || Array.isArray(map)) refuse();
    else for (const [key, value] of Object.entries(map)) if (!entries.has(key)) entries.set(key, value);
  }
}

function readAlias(alias: Alias, walk: Walk): unknown {
  const anchored = walk.open.has(alias.source) ? undefined : walk.anchors.get(alias.source);
  if (anchored === undefined) {
    report(walk, offset(alias), {
      message: 'the alias names no complete anchor before it',
      got: `*${alias.source}`,
      expected: 'an anchor that ends before the alias',
    });
    return null;
  }
  walk.values += anchored.values;
  const within = walk.aliased <= mostAliasedValues;
  walk.aliased += anchored.values;
  if (within && walk.aliased > mostAliasedValues) {
    report(walk, offset(alias), {
      message: 'the aliases repeat too many values',
      got: `*${alias.source}`,
      expected: `at most ${mostAliasedValues} repeated values`,
    });
  }
  return anchored.value;
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

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return offset(node);
  }
  return offset(document.contents);
}
