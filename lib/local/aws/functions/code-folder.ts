import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { cfnResponse } from './cfn-response';
import type { FunctionCode } from './lambda-function';

/** Lambda's limit on the unzipped code of a function, in bytes (docs.aws.amazon.com/lambda, gettingstarted-limits, 2026-11-30). */
const largestCode = 262_144_000;

/** Code that Lambda would not take, or that this cloud cannot run. The message is the reason. */
export class CodeFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'CodeFailure';
  }
}

/** Code as a template gives it: the bytes of a zip file, or the text of a file. */
export type CodeSource = Buffer | string;

/** The code that a function names. @param read the body of an object @throws CodeFailure when there is none */
export function objectCode(code: FunctionCode, read: (bucket: string, key: string) => Buffer | undefined): CodeSource {
  if (code.kind === 'inline') return code.text;
  const body = code.kind === 'object' ? read(code.bucket, code.key) : undefined;
  if (body !== undefined) return body;
  throw new CodeFailure(
    code.kind === 'image'
      ? 'the code is a container image'
      : `Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist: ${code.bucket}/${code.key}`,
  );
}

/** The files of a zip file by their path. @throws CodeFailure for what is no zip file, too large or leaves its folder */
export function filesOf(zip: Buffer): ReadonlyMap<string, Uint8Array> {
  let total = 0;
  const files = new Map<string, Uint8Array>();
  try {
    const entries = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (total > largestCode) throw new CodeFailure(`Unzipped size must be smaller than ${largestCode} bytes`);
        return !name.endsWith('/');
      },
    });
    for (const [name, content] of Object.entries(entries)) {
      if (relative('/code', resolve('/code', name)).startsWith('..') || name.startsWith('/'))
        throw new CodeFailure(`the zip file holds ${name}, which is outside of its folder`);
      files.set(name, content);
    }
  } catch (error) {
    if (error instanceof CodeFailure) throw error;
    throw new CodeFailure(`Could not unzip uploaded file. Please check your file, then try to upload again.`);
  }
  return files;
}

/** The code of a function with what is unpacked beside it. */
export interface CodeParts {
  readonly source: CodeSource;
  /** Zip files of its layers, in order. @default - none */
  readonly layers?: readonly Buffer[];
}

/**
 * The folder of some code, written at its first use: the files in `task`, those of layers in `opt`, and beside them the
 * modules that Lambda brings.
 * @param root the folder that holds the folders of all code
 * @param sdk folder with the packages of the AWS SDK, or undefined when it is not installed
 */
export function codeFolder(root: string, { source, layers = [] }: CodeParts, sdk: string | undefined): string {
  const kind = typeof source === 'string' ? 'inline' : 'zip';
  const hash = createHash('sha256').update(source);
  for (const layer of layers) hash.update('layer').update(layer);
  const folder = join(root, `${kind}-${hash.digest('hex').slice(0, 32)}`);
  if (existsSync(folder)) return folder;
  const files = typeof source === 'string' ? new Map([['index.js', Buffer.from(source)]]) : filesOf(source);
  const making = `${folder}.part`;
  for (const [name, content] of files) write(join(making, 'task', name), content);
  for (const layer of layers) for (const [name, content] of filesOf(layer)) write(join(making, 'opt', name), content);
  if (typeof source === 'string') write(join(making, 'node_modules/cfn-response/index.js'), cfnResponse);
  mkdirSync(join(making, 'node_modules'), { recursive: true });
  mkdirSync(join(making, 'tmp'), { recursive: true });
  for (const scope of ['@aws-sdk', '@smithy']) {
    const installed = sdk === undefined ? undefined : join(sdk, scope);
    if (installed !== undefined && existsSync(installed)) symlinkSync(installed, join(making, 'node_modules', scope));
  }
  renameSync(making, folder);
  return folder;
}

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The first `node_modules` with the AWS SDK in it, looked for upwards from each of some folders. */
export function sdkFolder(starts: readonly string[]): string | undefined {
  for (const start of starts) {
    for (let folder = resolve(start); ; folder = dirname(folder)) {
      const modules = join(folder, 'node_modules');
      if (existsSync(join(modules, '@aws-sdk'))) return modules;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}
