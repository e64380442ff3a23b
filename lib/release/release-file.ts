import { z } from 'zod';
import type { Issue, Result } from '../platform';
import { canonicalJson, sha256 } from './canonical-json';
import type { Release } from './release';

/** A release as it is kept. */
export interface ReleaseFile {
  /** `rel-` and the SHA-256 of the text in 64 hexadecimal digits. */
  readonly id: string;
  /** Canonical JSON without a final newline: `sha256sum` of the file is the id. */
  readonly text: string;
}

/** Name and text of the file of a release. */
export function releaseFile(release: Release): ReleaseFile {
  const text = canonicalJson(release);
  return { id: `rel-${sha256(text)}`, text };
}

const id = /rel-[0-9a-f]{64}/;

/**
 * Reads a release and compares its content with the id in the name of its file.
 *
 * @param file - path of the file, which ends with `rel-<sha256>.json`
 */
export function readRelease(file: string, text: string): Result<Release> {
  const named = id.exec(file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1))?.[0];
  if (named === undefined)
    return refused({
      code: 'ReleaseInvalid',
      file,
      message: 'the name of the file is no id of a release',
      expected: 'a file rel-<sha256>.json',
    });
  const found = `rel-${sha256(text)}`;
  if (found !== named)
    return refused({
      code: 'ReleaseTampered',
      file,
      message: 'the content is not the one that the name says',
      got: found,
      expected: named,
    });
  const content = parsed(text);
  return content === undefined
    ? refused({
        code: 'ReleaseInvalid',
        file,
        message: 'the file is no release',
        expected: 'canonical JSON of the schema llmops-kit/release/v1',
      })
    : { ok: true, value: content, issues: [] };
}

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const shape: z.ZodType<Release> = z.strictObject({
  schema: z.literal('llmops-kit/release/v1'),
  platform: z.string(),
  kit: z.string(),
  source: z.strictObject({ commit: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/), lockfile: digest }),
  models: z.record(
    z.string(),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('open-weights'), id: z.string(), revision: z.string() }),
      z.strictObject({ kind: z.literal('bedrock'), id: z.string() }),
      z.strictObject({ kind: z.literal('azure-openai'), id: z.string(), version: z.string() }),
    ]),
  ),
  documents: z.record(z.string(), z.strictObject({ digest, files: z.int().min(1), bytes: z.int().min(0) })),
  environments: z.record(
    z.string(),
    z.strictObject({
      plan: digest,
      graph: digest,
      units: z.record(z.string(), digest),
      images: z.record(z.string(), digest),
    }),
  ),
});

function parsed(text: string): Release | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const read = shape.safeParse(value);
    return read.success && canonicalJson(read.data) === text ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function refused({ file, ...issue }: Omit<Issue, 'path'> & { readonly file: string }): Result<never> {
  return { ok: false, issues: [{ ...issue, path: file }] };
}
