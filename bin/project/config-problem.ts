import { dirname, extname, isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, types } from 'node:util';
import type { Issue, SourceLocation } from '../../lib/platform';

/** A config file: as the user named it, and where it is. */
export interface ConfigPlace {
  /** As the user named it: the path of every issue about the file as a whole. */
  readonly file: string;
  /** Absolute, with symbolic links resolved. */
  readonly path: string;
  /** Folder that relative locations are written for. */
  readonly cwd: string;
}

/** `file:line:column: ERROR: reason`, as esbuild lists what it cannot compile. Its first column is 0. */
const compilerError = /^(.+):(\d+):(\d+): ERROR: (.+)$/m;
/** Position of an error of the Node parser: file and line, the line of source, and a caret under it. */
const parserError = /^(.+):(\d+)\n.*\n( *)\^/;
/** The file of a stack frame, with line and column. */
const stackFrame = /^ +at (?:.*\()?((?:file:\/\/)?[^()]+):(\d+):(\d+)\)?$/gm;
const missingModule = /Cannot find (?:module|package) '([^']+)'/;
/** The file with the import, first in the list under the message. */
const firstImporter = /^- (.+)$/m;

/** The issue for whatever a config threw while it loaded, or rejected its promise with. */
export function configProblem(error: unknown, place: ConfigPlace): Issue {
  return (
    topLevelAwait(error, place) ?? syntaxError(error, place) ?? missingImport(error, place) ?? thrown(error, place)
  );
}

/**
 * Where a stack trace is in the code of the config: its first frame in the folder of the config that is not in a
 * package. Undefined when the config is not in the trace.
 */
export function locationInConfig(stack: string, { file, path, cwd }: ConfigPlace): SourceLocation | undefined {
  const folder = `${dirname(path)}${sep}`;
  for (const [, name = '', line, column] of stack.matchAll(stackFrame)) {
    const source = name.startsWith('file://') ? fileURLToPath(name) : name;
    if (!source.startsWith(folder) || source.includes(`${sep}node_modules${sep}`)) continue;
    return { file: source === path ? file : shortest(source, cwd), line: Number(line), column: Number(column) };
  }
  return undefined;
}

function topLevelAwait(error: unknown, place: ConfigPlace): Issue | undefined {
  if (property(error, 'code') !== 'ERR_REQUIRE_ASYNC_MODULE') return undefined;
  return {
    code: 'ConfigSyntaxError',
    path: place.file,
    message: 'the config uses await outside of a function',
    expected: 'await in an async function',
    fix: 'export a promise: const load = async () => definePlatform({ … }); export default load()',
    ...located(compilerLocation(property(error, 'message'), place)),
  };
}

function syntaxError(error: unknown, place: ConfigPlace): Issue | undefined {
  const message = property(error, 'message');
  const [, , , , compiled] = compilerError.exec(message) ?? [];
  // JSON.parse throws errors of the same name, and a config that calls it compiles.
  const location = compilerLocation(message, place) ?? parserLocation(property(error, 'stack'), place);
  if (location === undefined) return undefined;
  return {
    code: 'ConfigSyntaxError',
    path: place.file,
    message: `the config does not compile: ${oneLine(compiled ?? message)}`,
    expected: 'valid TypeScript or JavaScript',
    fix: 'correct the syntax at this place',
    location,
  };
}

function compilerLocation(message: string, place: ConfigPlace): SourceLocation | undefined {
  const [, name, line, column] = compilerError.exec(message) ?? [];
  return name === undefined ? undefined : sourceLocation(name, Number(line), Number(column) + 1, place);
}

function parserLocation(stack: string, place: ConfigPlace): SourceLocation | undefined {
  const [, name, line, indent = ''] = /^SyntaxError: /m.test(stack) ? (parserError.exec(stack) ?? []) : [];
  return name === undefined ? undefined : sourceLocation(name, Number(line), indent.length + 1, place);
}

/** The loader names `config.mts` and `config.mjs` after what it compiles them to. */
function sourceLocation(name: string, line: number, column: number, { file, path, cwd }: ConfigPlace): SourceLocation {
  const isConfig = withoutExtension(name) === withoutExtension(path);
  return { file: isConfig ? file : shortest(name, cwd), line, column };
}

function missingImport(error: unknown, place: ConfigPlace): Issue | undefined {
  const code = property(error, 'code');
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const message = property(error, 'message');
  const [, request] = missingModule.exec(message) ?? [];
  if (request === undefined) return undefined;
  const isFile = request.startsWith('.') || isAbsolute(request);
  const [, importer = place.path] = firstImporter.exec(message) ?? [];
  return {
    code: 'ConfigImportMissing',
    path: place.file,
    message: `${importer === place.path ? 'the config' : shortest(importer, place.cwd)} imports a ${
      isFile ? 'file that does not exist' : 'package that is not installed'
    }`,
    got: request,
    expected: isFile ? 'a file that exists' : 'a package that is installed',
    fix: isFile ? `correct the path of the import, or create the file` : `npm install ${packageOf(request)}`,
  };
}

/** `@scope/name` of `@scope/name/part`. */
function packageOf(request: string): string {
  return request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');
}

function thrown(error: unknown, place: ConfigPlace): Issue {
  return {
    code: 'ConfigThrows',
    path: place.file,
    message: `the config throws an error while it loads: ${describe(error)}`,
    expected: 'a config that loads without an error',
    fix: 'correct what throws, or catch the error in the config',
    ...located(locationInConfig(property(error, 'stack'), place)),
  };
}

/** What was thrown, on one line: `TypeError: x is not a function`, or any other value as source text. */
function describe(error: unknown): string {
  if (!types.isNativeError(error)) return oneLine(safely(() => inspect(error, { depth: 1 })));
  const [name, message] = [property(error, 'name'), property(error, 'message')];
  return oneLine(name === 'Error' || name === '' ? message : `${name}: ${message}`);
}

/** A property of a thrown value where it is text, else the empty text: anything can be thrown. */
function property(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null) return '';
  return safely(() => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' ? value : '';
  });
}

/** Text made from a value of the config, whose getters and traps can throw as well. */
function safely(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || 'no message';
}

function located(location: SourceLocation | undefined): Pick<Issue, 'location'> {
  return location === undefined ? {} : { location };
}

/** Relative where that stays inside the folder. */
function shortest(file: string, cwd: string): string {
  const near = relative(cwd, file);
  return near.startsWith('..') || isAbsolute(near) ? file : near;
}

function withoutExtension(file: string): string {
  return file.slice(0, file.length - extname(file).length);
}
