/** Members of a policy document that are sets. */
const sets: ReadonlySet<string> = new Set(['Statement', 'Action', 'NotAction', 'Resource', 'NotResource']);
/** Members of a principal. */
const principals: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

/**
 * Whether a place, list positions left out, is a set of a policy document: statements, actions, resources, principals and the
 * values of conditions have no order.
 *
 * Source: docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html, read 2026-12-01.
 */
export function isPolicySet(path: readonly string[]): boolean {
  const statement = path.lastIndexOf('Statement');
  if (statement === -1) return false;
  const [first, second] = path.slice(statement + 1);
  if (first === undefined) return true;
  if (path.length - statement === 2) return sets.has(first);
  if (first === 'Principal' || first === 'NotPrincipal') return second !== undefined && principals.has(second);
  return first === 'Condition' && path.length - statement === 4;
}
