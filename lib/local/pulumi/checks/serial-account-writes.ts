import type { ArmCheck, CheckContext, EarlierResource } from './check';

const accountType = 'azure-native:cognitiveservices:Account';
const belowAccount = /^(.+\/providers\/microsoft\.cognitiveservices\/accounts\/[^/]+)\/.+/;

/**
 * Cognitive Services allows one write per account at a time and answers a second one with 409 RequestConflict. The
 * engine registers in parallel, so the writes below one account must form a chain of dependencies.
 */
export const serialAccountWrites: ArmCheck = (context) => {
  const account = accountOf(context, context.ownerOf);
  if (account === undefined || context.op === 'same') return [];
  const unordered = context.earlier.filter(
    (other) => other.op !== 'same' && accountOf(other, context.ownerOf) === account && !context.waitsFor(other.urn),
  );
  return unordered.map((other) => ({
    code: 'ConcurrentAccountWrite',
    urn: context.urn,
    message: `nothing orders this write after ${other.urn}: both write to one Cognitive Services account, which answers 409`,
    got: 'no dependency path between them',
    expected: 'one write at a time per account',
    fix: `add dependsOn: [${other.urn.split('::').at(-1) ?? other.urn}] or chain the two`,
  }));
};

/**
 * The parent account of a resource: the URN of the account that gives the name, which a preview knows before there is
 * an id, else the resource with the id of the account. An account has no parent account.
 */
function accountOf(
  resource: Pick<CheckContext | EarlierResource, 'type' | 'armId' | 'registration'>,
  ownerOf: CheckContext['ownerOf'],
): string | undefined {
  if (!resource.type.startsWith('azure-native:cognitiveservices:') || resource.type === accountType) return undefined;
  const named = resource.registration.propertyDependencies['accountName']?.find((urn) => urn.includes(accountType));
  const id = resource.armId === undefined ? undefined : belowAccount.exec(resource.armId.toLowerCase())?.[1];
  return named ?? (id === undefined ? undefined : (ownerOf(id) ?? id));
}
