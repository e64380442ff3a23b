import { Annotations, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { KeyUse } from '../../../lib/constraints/key-statements';
import { keyUseStatement } from '../../../lib/constraints/key-statements';

export const keyUses: readonly KeyUse[] = ['logs', 'alarms', 'vector-indexing'];

/** Keys whose policy has the statements of all services. */
const complete = new WeakSet<IKey>();

/** Says that the policy of a key has the statements of all services, as that of an {@link EncryptionKey} has. */
export function withServiceStatements<K extends IKey>(key: K): K {
  complete.add(key);
  return key;
}

/**
 * Lets a service use a key. A key of this app gets the statement. The policy of an imported key cannot be changed and is
 * not known: a warning has the statement that it needs, because the service fails without it when it first uses the key.
 *
 * @param scope - what is encrypted with the key
 */
export function letServiceUse(scope: Construct, key: IKey, use: KeyUse): void {
  if (complete.has(key)) return;
  const statement = serviceStatement(scope, use);
  if (key.addToResourcePolicy(statement, true).statementAdded) return;
  const text = JSON.stringify(Stack.of(scope).resolve(statement.toStatementJson()));
  Annotations.of(scope).addWarningV2(
    `llmops-kit:key-policy-${use}`,
    `The policy of an imported key is not known. It needs this statement: ${text}`,
  );
}

/** The statement of a key policy that lets a service use the key for resources of this account. */
export function serviceStatement(scope: Construct, use: KeyUse): iam.PolicyStatement {
  const { sid, service, actions, conditions } = keyUseStatement(use, Stack.of(scope));
  return keyStatement(sid, [new iam.ServicePrincipal(service)], actions, conditions);
}

/** A statement of a key policy. */
export function keyStatement(
  sid: string,
  principals: readonly iam.IPrincipal[],
  actions: readonly string[],
  conditions: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {},
): iam.PolicyStatement {
  // In a key policy `*` means the key itself.
  return new iam.PolicyStatement({
    sid,
    principals: [...principals],
    actions: [...actions],
    resources: ['*'],
    conditions,
  });
}
