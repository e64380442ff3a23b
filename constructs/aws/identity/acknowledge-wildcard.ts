import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Acknowledges that a policy below `scope` names a resource pattern, with the reason.
 *
 * cdk-nag spells references in a finding as `<LogicalId.Attribute>`; an id with an unresolved token would not only miss
 * the finding but fail synthesis, in every app without partition literals.
 */
export function acknowledgeWildcard(scope: IConstruct, resource: string, reason: string): void {
  const spelled = spell(Stack.of(scope).resolve(resource));
  Validations.of(scope).acknowledge({ id: `AwsSolutions-IAM5[Resource::${spelled}]`, reason });
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
