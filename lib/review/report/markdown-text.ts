/** Characters that Markdown or HTML would read as markup, and `@`, which would notify a person. */
const special = /[\\`*_[\]<>|~@&]/g;

/** A text that Markdown shows as it is, on one line. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(special, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/^([#+-]|\d+[.)])/, (start) => `&#${start.charCodeAt(0)};${start.slice(1)}`);
}

/** A text as code on one line, with a fence that is longer than any in the text. */
export function inlineCode(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** A text as a block of code, with a fence that is longer than any in the text. */
export function codeBlock(text: string, language = ''): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...text.split(/\r?\n/), fence];
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
