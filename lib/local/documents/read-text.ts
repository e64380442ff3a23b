import { extname } from 'node:path/posix';

/** The text of a document, or why there is none. */
export type ReadDocument = { readonly text: string } | { readonly problem: string };

/** Formats whose text needs no library, by extension. */
const readers: Readonly<Record<string, (content: string) => string>> = {
  '.txt': (content) => content,
  '.md': (content) => content,
  '.csv': (content) => content,
  '.html': textOfHtml,
  '.htm': textOfHtml,
};

/** Formats that services read and the local cloud does not. */
const elsewhere: ReadonlySet<string> = new Set([
  '.pdf',
  '.doc',
  '.docx',
  '.xls',
  '.xlsx',
  '.pptx',
  '.png',
  '.jpg',
  '.jpeg',
]);

/**
 * The text of a document by the extension of its name.
 * @param maxBytes bytes of the largest document
 */
export function readDocument(name: string, body: Buffer, maxBytes: number): ReadDocument {
  const extension = extname(name).toLowerCase();
  const reader = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (reader === undefined) {
    return {
      problem: elsewhere.has(extension)
        ? `the local cloud does not read ${extension} files; write the text as .txt, .md, .html or .csv`
        : `the file format ${extension === '' ? 'without an extension' : extension} is not supported`,
    };
  }
  if (body.length > maxBytes) return { problem: `the file has ${body.length} bytes, at most ${maxBytes} are read` };
  const content = decodeUtf8(body);
  if (content === undefined) return { problem: 'the file is not UTF-8 text' };
  const text = reader(content).trim();
  return text === '' ? { problem: 'the file has no text' } : { text };
}

function decodeUtf8(body: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** What a page shows: without scripts, styles, comments and tags. Paragraphs are lines. */
function textOfHtml(content: string): string {
  return content
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?(?:p|div|h[1-6]|li|tr|br|section|article|title)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n');
}
