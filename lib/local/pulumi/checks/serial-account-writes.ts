import type { ArmCheck } from './check';

const ACCOUNT =
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.cognitiveservices\/accounts\/[^/]+/;

/**
 * Cognitive Services allows one write per account at a time and answers a second one with 409 RequestConflict. The
 * engine registers in parallel, so whatever is written below one account must form a chain.
 */
export const serialAccountWrites: ArmCheck = (context) => {
  const account = accountOf(context.armId);
  if (account === undefined || context.op === 'same') return [];
  const unordered = context.earlier.filter(
    (other) => other.op !== 'same' && accountOf(other.armId) === account && !context.waitsFor(other.urn),
  );
  return unordered.map((other) => ({
    code: 'concurrent-account-write',
    urn: context.urn,
    message: `nothing orders this write after ${other.urn}: both write to one Cognitive Services account, which answers 409`,
    got: 'no dependency path between them',
    expected: 'one write at a time per account',
    fix: `add dependsOn: [<${other.urn.split('::').at(-1) ?? other.urn}>] or chain the two`,
  }));
};

/** The account below which an id lies; the account itself is not below it. */
function accountOf(armId: string | undefined): string | undefined {
  const id = armId?.toLowerCase();
  const account = id === undefined ? undefined : ACCOUNT.exec(id)?.[0];
  return account === id ? undefined : account;
}
