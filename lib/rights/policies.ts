import { createHash } from 'node:crypto';
import type { Statement } from './statements';

/** A policy document. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/**
 * Characters of a managed policy, and managed policies of a role; the latter is a default quota.
 * Source: IAM User Guide, "IAM and AWS STS quotas" (read 2026-11-30). White space does not count.
 */
export const managedPolicySize = 6144;
export const managedPoliciesOfARole = 10;

/** Policies that together have the statements, each within the size of a managed policy. */
export function policiesOf(statements: readonly Statement[]): readonly PolicyDocument[] {
  const policies: Statement[][] = [];
  for (const statement of statements.flatMap(within)) {
    const last = policies.at(-1);
    if (last !== undefined && sizeOf([...last, statement]) <= managedPolicySize) last.push(statement);
    else policies.push([statement]);
  }
  return policies.map(documentOf);
}

/** Characters of a document of statements. */
export function sizeOf(statements: readonly Statement[]): number {
  return JSON.stringify(documentOf(statements)).length;
}

/** The statement, or its halves where it alone is too large for a policy. */
function within(statement: Statement): readonly Statement[] {
  if (sizeOf([statement]) <= managedPolicySize) return [statement];
  const name = statement.Resource.length > statement.Action.length ? 'Resource' : 'Action';
  const middle = Math.ceil(statement[name].length / 2);
  if (statement[name].length < 2) return [statement];
  return [statement[name].slice(0, middle), statement[name].slice(middle)].flatMap((half) =>
    within({ ...statement, [name]: half }),
  );
}

function documentOf(statements: readonly Statement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

/** Digest of policies: 16 hexadecimal digits of SHA-256. */
export function digestOf(policies: readonly PolicyDocument[]): string {
  return createHash('sha256').update(JSON.stringify(policies)).digest('hex').slice(0, 16);
}
