/**
 * Words of English that say nothing about a subject: articles, pronouns, auxiliary verbs, prepositions, question words, and
 * the nouns and verbs that questions are made of.
 */
const empty: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be been before being between both but by can could did do does done each
  either else every few for from get give given got had has have having he her here him his how i if in into is it its just
  kind know long make many may me mean might more most much must my need no nor not of off on one only or other our out over own
  please shall she should so some such take tell than that the their them then there these they this those through to too
  under until up us use used very was we were what when where whether which while who whom whose why will with within without
  would you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Endings that the forms of one word differ in, the longest first. Only a stem of at least three letters is one. */
const endings = [
  'ations',
  'ation',
  'ments',
  'ment',
  'ings',
  'ing',
  'ies',
  'ied',
  'es',
  'ed',
  'ly',
  'e',
  's',
  'y',
] as const;

/** One word of a text. */
export interface Word {
  /** As it is written. */
  readonly written: string;
  /** What its forms have in common, in lower case. */
  readonly stem: string;
  /** Whether it is a number, or a name: a word with a capital that does not begin a sentence. */
  readonly exact: boolean;
}

/** The words of a text in their order, the empty ones left out. */
export function contentWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)) {
    const [written] = match;
    const lower = written.toLowerCase().replace(/['’]s$/, '');
    if (empty.has(lower)) continue;
    const begins = /(?:^|[.!?:\n]\s*)["'“(]*$/.test(text.slice(Math.max(0, match.index - 8), match.index));
    const exact = /\p{N}/u.test(written) || (!begins && /^\p{Lu}/u.test(written));
    words.push({ written, stem: stemOf(lower), exact });
  }
  return words;
}

function stemOf(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  const ending = endings.find((end) => word.endsWith(end) && word.length - end.length >= 3);
  const stem = ending === undefined ? word : word.slice(0, -ending.length);
  // `stopped` and `stop`: the last letter of a short verb is doubled before an ending.
  return /([b-df-hj-np-tv-z])\1$/.test(stem) && stem.length > 3 ? stem.slice(0, -1) : stem;
}

/** The sentences of a text: they end with a full stop, a question or exclamation mark, or the line. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
