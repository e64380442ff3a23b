import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { JsonObject } from '../../lib/constraints/json';
import { withMacros } from '../../lib/constraints/template/macros';
import type { ResourceGraph, SynthesizedStack } from '../../lib/graph';
import { readAssembly } from '../../lib/graph';
import { isGraphText, readGraphText } from '../../lib/graph/text/graph-text';
import { readTemplate } from '../../lib/graph/text/template-text';
import { locate } from '../../lib/graph/text/text-problem';
import type { Issue, Result } from '../../lib/platform';
import { failure, success } from '../../lib/platform';

/** Largest graph file in bytes: many times the graph of a large platform, and small enough for memory. */
const graphBytes = 200_000_000;
/** Largest template in bytes: ten times the limit of CloudFormation. */
const templateBytes = 10_000_000;
/** Bytes that are read to find the kind of a file. */
const chunkBytes = 1_000_000;

/** What a file holds. */
export interface GraphFile {
  readonly graph: ResourceGraph;
  /** @default - the file is a graph */
  readonly template?: SynthesizedStack;
  /** Addresses of resources that a macro makes of something else. */
  readonly unknown: ReadonlySet<string>;
  /** What makes resources that are not known yet: stack and path. */
  readonly makers: readonly string[];
}

/** Reads a graph written by `llmops graph`, or a CloudFormation template in JSON or YAML. */
export function readGraphFile(file: string): Result<GraphFile> {
  const read = readText(file);
  if (!read.ok) return read;
  if (isGraphText(read.value)) {
    const graph = readGraphText(read.value, file);
    return graph.ok ? success({ graph: graph.value, unknown: new Set(), makers: [] }, graph.issues) : graph;
  }
  const template = readTemplate(read.value, file);
  if (!template.ok) return template;
  const stack = basename(file).replace(/(\.template)?\.(json|ya?ml)$/, '');
  const synthesized = { environment: 'file', stack, template: template.value };
  // `readTemplate` has checked that it is an object.
  const { resources, unknown, makers } = withMacros(template.value as JsonObject);
  const graph = readAssembly([{ ...synthesized, template: resources }]);
  const addresses = new Set([...unknown].map((logicalId) => `${stack}/${logicalId}`));
  const held = { graph, template: synthesized, unknown: addresses, makers: makers.map((path) => stack + path) };
  return success(held, template.issues);
}

function readText(file: string): Result<string> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const bytes = readBytes(file, descriptor);
    return bytes.ok ? decode(file, bytes.value) : bytes;
  } catch (error) {
    return unreadable(file, reasonOf(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads at most the limit: a pipe or a device does not report its size. @throws errors of the file system */
function readBytes(file: string, descriptor: number): Result<Buffer> {
  const stat = fstatSync(descriptor);
  if (stat.isDirectory()) return unreadable(file, 'is a folder');
  const chunks: Buffer[] = [];
  let bytes = 0;
  let limit = templateBytes;
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const length = readSync(descriptor, chunk);
    if (length === 0) return success(Buffer.concat(chunks, bytes));
    if (bytes === 0 && isGraphText(chunk.toString('latin1', 0, length).replace('\u00ef\u00bb\u00bf', ''))) {
      limit = graphBytes;
    }
    bytes += length;
    if (stat.isFile() && stat.size > limit) return failure([tooLarge(file, megabytes(stat.size), limit)]);
    if (bytes > limit) return failure([tooLarge(file, `more than ${megabytes(limit)}`, limit)]);
    chunks.push(chunk.subarray(0, length));
  }
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

const expected = 'a file written by `llmops graph --out`, or a CloudFormation template, in UTF-8';

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
      ? `a graph file of at most ${megabytes(limit)}`
      : `a template of at most ${megabytes(limit)}; the limit of CloudFormation is 1 MB`,
    fix: isGraph
      ? 'write one graph for each environment: llmops graph --env NAME'
      : 'split the template into several stacks',
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
