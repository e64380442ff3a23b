import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { JsonObject } from '../../../constraints/json';
import { isObject } from '../../../constraints/json';

const rows = z.object({
  source: z.string(),
  asOf: z.string(),
  policies: z.record(
    z.string(),
    z.object({ version: z.string(), document: z.custom<JsonObject>((value) => isObject(value as JsonObject)) }),
  ),
});

let read: z.infer<typeof rows> | undefined;

/**
 * The document of a policy that AWS manages, by ARN; undefined for one that is not in the rows: what it allows is not known.
 * Source: AWS Managed Policy Reference, https://docs.aws.amazon.com/aws-managed-policy/latest/reference/; the versions are
 * those of 2026-03-07.
 */
export function managedDocument(arn: string): JsonObject | undefined {
  read ??= rows.parse(JSON.parse(readFileSync(path.join(__dirname, 'rows/managed-policies.json'), 'utf8')));
  const name = /^arn:aws[\w-]*:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  return name !== undefined && Object.hasOwn(read.policies, name) ? read.policies[name]?.document : undefined;
}
