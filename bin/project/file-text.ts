import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isGraphText } from '../../lib/graph/document-format';
import { locate } from '../../lib/graph/text/text-problem';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform/issue';

/** Largest graph, plan or state in bytes: many times that of a large platform, and small enough for memory. */
const graphBytes = 200_000_000;
/** Largest template in bytes: ten times the limit of CloudFormation. */
const templateBytes = 10_000_000;
/** Bytes that are read to find the kind of a file. */
const chunkBytes = 1_000_000;

/** The text of a file, and its size in bytes. */
export interface FileText {
  readonly text: string;
  readonly bytes: number;
}

/**
 * Reads a file as UTF-8. At most 10 MB of a template, and 200 MB of a graph, plan or state, which the beginning of the file
 * tells apart.
 */
export function readFileText(file: string): Result<FileText> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const bytes = readBytes(file, descriptor);
    if (!bytes.ok) return bytes;
    const text = decode(file, bytes.value);
    return text.ok ? success({ text: text.value, bytes: bytes.value.length }) : text;
  } catch (error) {
    return unreadable(file, reasonOf(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Whether a template is larger than is read. The beginning of a file can look like that of a plan or state. */
export function templateTooLarge(file: string, bytes: number): Issue | undefined {
  return bytes > templateBytes ? tooLarge(file, megabytes(bytes), templateBytes) : undefined;
}

/** Reads at most the limit: a pipe or a device does not report its size. @throws errors of the file system */
function readBytes(file: string, descriptor: number): Result<Buffer> {
  const stat = fstatSync(descriptor);
  if (stat.isDirectory()) return unreadable(file, 'is a folder without the manifest of a CDK assembly');
  const chunks: Buffer[] = [];
  let bytes = 0;
  let limit = templateBytes;
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const length = readSync(descriptor, chunk);
    if (length === 0) return success(Buffer.concat(chunks, bytes));
    if (bytes === 0 && isMachineWritten(chunk.toString('latin1', 0, length).replace('\u00ef\u00bb\u00bf', ''))) {
      limit = graphBytes;
    }
    bytes += length;
    if (stat.isFile() && stat.size > limit) return failure([tooLarge(file, megabytes(stat.size), limit)]);
    if (bytes > limit) return failure([tooLarge(file, `more than ${megabytes(limit)}`, limit)]);
    chunks.push(chunk.subarray(0, length));
  }
}

/** Whether a text begins as a graph, a plan, a state or a preview does. */
function isMachineWritten(start: string): boolean {
  return (
    isGraphText(start) ||
    (/^\s*\{/.test(start) && /"(format_version|deployment|checkpoint|steps|registrations)"\s*:/.test(start))
  );
}

function decode(file: string, bytes: Buffer): Result<string> {
  if (isUtf16(bytes)) return failure([utf16(file)]);
  try {
    // The decoder removes a byte order mark.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const zero = text.indexOf('\0');
    return zero === -1 ? success(text) : failure([notText(file, text, zero)]);
  } catch {
    const text = bytes.toString('utf8');
    return failure([notText(file, text, text.search(/[\0\uFFFD]/))]);
  }
}

/** Whether the text is UTF-16: it begins with a byte order mark, or with an ASCII character in two bytes. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if (first === 0xff || first === 0xfe) return first + (second ?? 0) === 0xff + 0xfe;
  return (first === 0) !== (second === 0) && bytes.length > 1;
}

const expected = 'a template, plan, state, preview, manifest, or a graph written by `llmops graph --out`, in UTF-8';

function unreadable(file: string, message: string): Result<never> {
  return failure([{ code: 'FileUnreadable', path: file, message, expected: expected }]);
}

function notText(file: string, text: string, offset: number): Issue {
  const message = 'is not text: this byte is not valid in UTF-8';
  return { code: 'FileUnreadable', path: file, message, expected: expected, location: locate(text, offset, file) };
}

function utf16(file: string): Issue {
  return {
    code: 'FileUnreadable',
    path: file,
    message: 'is UTF-16 text',
    expected: expected,
    fix: 'save the file as UTF-8',
    location: { file, line: 1, column: 1 },
  };
}

function tooLarge(file: string, got: string, limit: number): Issue {
  const isGraph = limit === graphBytes;
  return {
    code: 'FileTooLarge',
    path: file,
    message: 'the file is too large to be checked',
    got,
    expected: isGraph
      ? `a graph, plan or state of at most ${megabytes(limit)}`
      : `a template of at most ${megabytes(limit)}; the limit of CloudFormation is 1 MB`,
    fix: isGraph ? 'write one file for each environment' : 'split the template into several stacks',
  };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function reasonOf(error: unknown): string {
  // Not with instanceof: in a test runner, an error of the file system belongs to another realm.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'file not found';
  if (code === 'EACCES' || code === 'EPERM') return 'this user has no permission to read the file';
  return typeof code === 'string' ? `cannot be read (${code})` : 'cannot be read';
}
