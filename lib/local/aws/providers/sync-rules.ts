import { extname } from 'node:path';
import type { Json } from '../../../constraints/json';
import { scalarText } from '../../../constraints/json';

/** Types that `aws s3 sync` guesses from a file's name, by extension: those of Python's mimetypes module that the web needs. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.xml': 'text/xml',
  '.zip': 'application/zip',
};

/** The content type of a file, or undefined where none is guessed. */
export function contentType(path: string): string | undefined {
  const extension = extname(path).toLowerCase();
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}

/** Which paths `aws s3 sync` takes: every one, unless the last filter that matches it excludes it. */
export function syncFilter(exclude: readonly Json[], include: readonly Json[]): (path: string) => boolean {
  const filters = [
    ...exclude.map((glob) => ({ takes: false, pattern: globPattern(scalarText(glob) ?? '') })),
    ...include.map((glob) => ({ takes: true, pattern: globPattern(scalarText(glob) ?? '') })),
  ];
  return (path) => filters.findLast(({ pattern }) => pattern.test(path))?.takes ?? true;
}

/** A pattern of Python's fnmatch: a star also matches slashes. */
function globPattern(glob: string): RegExp {
  const parts = glob.match(/\[!?\]?[^\]]*\]|[\s\S]/g) ?? [];
  const translated = parts.map((part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    if (part.length > 1) return part.replace(/\\/g, '\\\\').replace(/^\[!/, '[^');
    return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${translated.join('')}$`);
}
