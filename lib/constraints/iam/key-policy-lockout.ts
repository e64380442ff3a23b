import type { Constraint } from '../constraint';
import { at } from '../value';
import type { PolicyDocument } from './documents';
import { judgePolicies } from './documents';
import type { Statement } from './policy';

const change = 'kms:putkeypolicy';

/** Whether a pattern of actions covers the change of the policy. */
function covers(pattern: string): boolean {
  const lower = pattern.toLowerCase();
  const expression = lower
    .replaceAll(/[^a-z0-9:*?]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`).test(change);
}

/** Whether a statement may let somebody change the policy; what is not known may. */
function mayLetChange({ effect, written, principal, action, notAction }: Statement): boolean {
  if (effect === 'Deny') return false;
  if (Object.hasOwn(written, 'Action')) {
    if (action?.complete === true && !action.known.some(({ text }) => covers(text))) return false;
  } else if (Object.hasOwn(written, 'NotAction')) {
    if (notAction?.known.some(({ text }) => covers(text)) === true) return false;
  } else {
    return false;
  }
  if (principal?.complete !== true) return true;
  return principal.known.some(({ form }) => form === 'AWS' || form === '*');
}

function locksOut({ policy, kind }: PolicyDocument): boolean {
  return kind === 'key' && policy.complete && policy.problems.length === 0 && !policy.statements.some(mayLetChange);
}

/** A key policy that lets no identity call `kms:PutKeyPolicy` is refused, unless the check is switched off. */
export const keyPolicyLockout: Constraint = {
  id: 'key-policy-lockout',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  source: { url: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html', asOf: '2026-11-30' },
  check: (resource) => {
    const bypass = at(resource.properties, 'BypassPolicyLockoutSafetyCheck');
    if (bypass !== undefined && bypass !== false && bypass !== 'false') return [];
    return judgePolicies(resource, (document) =>
      locksOut(document)
        ? [
            {
              pointer: '',
              problem:
                'The new key policy will not allow you to update the key policy in the future. No statement allows an AWS principal kms:PutKeyPolicy',
              fix: 'Add a statement that allows kms:* to the root of the account.',
            },
          ]
        : [],
    );
  },
};
