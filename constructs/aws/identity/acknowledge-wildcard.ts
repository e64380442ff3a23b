import { Stack, Validations } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';

/**
 * Acknowledges the cdk-nag finding on a resource pattern in a policy below `scope`.
 *
 * cdk-nag writes a reference in a finding as `<LogicalId.Attribute>`. An id with an unresolved token would miss the
 * finding and fail synthesis, in every app without partition literals.
 *
 * @param resource - the pattern as the policy has it
 * @param reason - why the policy needs it
 */
export function acknowledgeWildcard(scope: IConstruct, resource: string, reason: string): void {
  const spelled = spell(Stack.of(scope).resolve(resource));
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${spelled}]`, reason });
}

/** The same for what is granted to a role or user: the finding is on its own policy. Other principals have none. */
export function acknowledgeGrant({ grantPrincipal }: IGrantable, resource: string, reason: string): void {
  if (Construct.isConstruct(grantPrincipal)) acknowledgeWildcard(grantPrincipal, resource, reason);
}

function spell(resolved: unknown): string {
  if (typeof resolved === 'string') return resolved;
  if (typeof resolved !== 'object' || resolved === null) return String(resolved);
  const [[intrinsic, argument] = ['', undefined]] = Object.entries(resolved);
  if (intrinsic === 'Ref') return `<${spell(argument)}>`;
  if (intrinsic === 'Fn::GetAtt' && Array.isArray(argument)) return `<${argument.map(spell).join('.')}>`;
  if (intrinsic === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) {
    return argument[1].map(spell).join(spell(argument[0]));
  }
  return JSON.stringify(resolved);
}
