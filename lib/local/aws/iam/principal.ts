import type { Json } from '../../../constraints/json';
import { isList, isObject, scalarText } from '../../../constraints/json';

/** Who makes a request. */
export interface Principal {
  readonly account: string;
  /** ARN of the user, role or account root; undefined for a service. */
  readonly arn: string | undefined;
  /** ARN of the role session. */
  readonly sessionArn?: string;
  /** Such as `cloudformation.amazonaws.com`. */
  readonly service?: string;
}

/** How a statement names a caller: the session itself, its role or user, everybody, or its account. */
export type PrincipalMatch = 'session' | 'identity' | 'everyone' | 'account';

/** Compiles a `Principal` element: how it names a caller, or undefined. */
export function principalMatcher(element: Json | undefined): (caller: Principal) => PrincipalMatch | undefined {
  const named = namedPrincipals(element);
  return (caller) => {
    const matches = named.flatMap(({ kind, value }) => matchOf(kind, value, caller) ?? []);
    return (['session', 'everyone', 'identity', 'account'] as const).find((match) => matches.includes(match));
  };
}

function namedPrincipals(element: Json | undefined): readonly { readonly kind: string; readonly value: string }[] {
  if (element === '*') return [{ kind: 'AWS', value: '*' }];
  if (!isObject(element)) return [];
  return Object.entries(element).flatMap(([kind, value]) =>
    (isList(value) ? value : [value]).flatMap((one) => {
      const text = scalarText(one);
      return text === undefined ? [] : [{ kind, value: text }];
    }),
  );
}

/** A `*` within an ARN matches nothing: IAM refuses it. Source: IAM User Guide, "Principal" (read 2026-11-30). */
function matchOf(kind: string, value: string, caller: Principal): PrincipalMatch | undefined {
  if (kind === 'Service') return caller.service !== undefined && value === caller.service ? 'identity' : undefined;
  if (kind !== 'AWS') return undefined;
  if (value === '*') return 'everyone';
  if (caller.service !== undefined) return undefined;
  if (caller.sessionArn !== undefined && value === caller.sessionArn) return 'session';
  if (/^arn:[\w-]+:iam::\d{12}:root$/.test(value))
    return value.split(':')[4] === caller.account ? 'account' : undefined;
  if (value === caller.arn) return 'identity';
  return value === caller.account ? 'account' : undefined;
}
