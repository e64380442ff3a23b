import { distance } from 'fastest-levenshtein';
import type { YAMLError } from 'yaml';
import { shortTags } from './short-tags';
import type { TextProblem } from './text-problem';

/** An error of the YAML parser as a problem of the text. */
export function yamlProblem({ code, message, pos: [from, to] }: YAMLError, text: string): TextProblem {
  const got = from >= text.length ? 'the end of the file' : text.slice(from, Math.min(to, from + 40));
  if (code === 'TAG_RESOLVE_FAILED') return unknownTag(got, from);
  const [cause, expected] = syntax[code] ?? [`${message.charAt(0).toLowerCase()}${message.slice(1)}`, 'valid YAML'];
  return { code: 'MalformedText', path: [], offset: from, message: `not valid YAML: ${cause}`, got, expected };
}

/** Sentences for errors whose text in the library is about its API. */
const syntax: Readonly<Partial<Record<YAMLError['code'], readonly [message: string, expected: string]>>> = {
  MULTIPLE_DOCS: ['a second document begins here', 'one document in a file'],
  RESOURCE_EXHAUSTION: ['it nests too deep', 'a text that nests less'],
  TAB_AS_INDENT: ['a tab is used to indent', 'spaces'],
};

function unknownTag(tag: string, at: number): TextProblem {
  const near = [...shortTags.keys()].find((known) => distance(known.toLowerCase(), tag.toLowerCase()) <= 1);
  return {
    code: 'UnknownTag',
    path: [],
    offset: at,
    message: 'CloudFormation has no such tag',
    got: tag,
    expected: `one of ${[...shortTags.keys()].join(', ')}`,
    ...(near === undefined ? {} : { fix: `write ${near}` }),
  };
}
