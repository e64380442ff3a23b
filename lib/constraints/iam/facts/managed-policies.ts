import { createRequire } from 'node:module';
import type { Source } from '../../constraint';

/** All managed policies of AWS that `ListPolicies` gave on the day of the newest one; generate.mjs reads them. */
export const managedPolicySource: Source = {
  url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
  asOf: '2026-09-30',
};

let names: ReadonlySet<string> | undefined;

/** The managed policies of AWS with their path, such as `service-role/AWSLambdaBasicExecutionRole`. Read on first use. */
export function managedPolicies(): ReadonlySet<string> {
  names ??= new Set(createRequire(__filename)('./managed-policies.json') as string[]);
  return names;
}
