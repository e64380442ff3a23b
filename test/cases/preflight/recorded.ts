import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Cause } from '../../../lib/preflight';
import { causes } from '../../../lib/preflight';

/** What an account answers to one call. */
export interface RecordedAnswer {
  /** `service:Operation`, or method and path. */
  readonly ask: string;
  /** Part of the request. */
  readonly with?: Readonly<Record<string, unknown>>;
  readonly answer?: unknown;
  readonly error?: { readonly name: string; readonly status: number };
}

const schema = z.object({
  id: z.string(),
  cloud: z.enum(['aws', 'azure']),
  source: z.url(),
  date: z.iso.date(),
  happened: z.string(),
  error: z.object({ operation: z.string(), code: z.string(), shape: z.string() }),
  input: z.object({
    config: z.record(z.string(), z.unknown()),
    answers: z.array(
      z.object({
        ask: z.string(),
        with: z.record(z.string(), z.unknown()).optional(),
        answer: z.unknown().optional(),
        error: z.object({ name: z.string(), status: z.number() }).optional(),
      }),
    ),
    policies: z.array(z.object({ name: z.string(), content: z.unknown() })).default([]),
  }),
  cause: z.enum(Object.keys(causes) as [Cause, ...Cause[]]),
});

/** A failure that somebody met. */
export type RecordedFailure = z.output<typeof schema>;

/** Every recorded failure, in order. */
export function recordedFailures(): readonly RecordedFailure[] {
  const folder = path.join(__dirname, 'failures');
  return fs
    .readdirSync(folder)
    .toSorted()
    .map((file) => schema.parse(JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))));
}

/** The config of a failure: its change of the base of its cloud. */
export function configOf({ cloud, input }: Pick<RecordedFailure, 'cloud' | 'input'>): unknown {
  const base: unknown = JSON.parse(fs.readFileSync(path.join(__dirname, `base-${cloud}.json`), 'utf8'));
  return merged(base, input.config);
}

/** RFC 7386. */
function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const base = typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {};
  const result = new Map<string, unknown>(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, merged(result.get(key), value));
  }
  return Object.fromEntries(result);
}
