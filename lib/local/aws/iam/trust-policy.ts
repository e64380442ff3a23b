import type { Json } from '../../../constraints/json';
import { isList, isObject } from '../../../constraints/json';

/** The principals that may assume a role. Conditions are not evaluated: a principal under a condition counts. */
export interface Trust {
  /** Accounts, roles and sessions, as written; `*` is everyone. */
  readonly accounts: readonly string[];
  /** Service principals such as `lambda.amazonaws.com`. */
  readonly services: readonly string[];
}

const assume: ReadonlySet<Json> = new Set<Json>(['sts:AssumeRole', 'sts:*', '*']);

/** Reads the `Allow` statements for `sts:AssumeRole` of an `AssumeRolePolicyDocument`. */
export function trustOf(document: Json | undefined): Trust {
  const statements = isObject(document) ? listed(document['Statement']) : [];
  const principals = statements.flatMap((statement) =>
    isObject(statement) &&
    statement['Effect'] === 'Allow' &&
    listed(statement['Action']).some((action) => assume.has(action))
      ? [statement['Principal'] ?? null]
      : [],
  );
  return {
    accounts: principals.flatMap((principal) => texts(isObject(principal) ? principal['AWS'] : principal)),
    services: principals.flatMap((principal) => texts(isObject(principal) ? principal['Service'] : undefined)),
  };
}

function texts(value: Json | undefined): readonly string[] {
  return listed(value).filter((element) => typeof element === 'string');
}

function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}
