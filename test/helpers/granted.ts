import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { TemplateJson } from './aws-app';
import { statementsOf } from './aws-policies';

/** A role without rights, to grant some to. */
export function grantee(scope: Construct): iam.Role {
  return new iam.Role(scope, 'Grantee', { assumedBy: new iam.AccountRootPrincipal() });
}

/** Actions that the policies of the {@link grantee} allow, sorted. */
export function grantedActions(template: TemplateJson): readonly string[] {
  return granted(template)
    .flatMap(({ actions }) => actions)
    .toSorted();
}

/** Statements of the policies of the {@link grantee}. */
export function granted(template: TemplateJson) {
  return statementsOf(template).filter(({ where, type }) => type === 'AWS::IAM::Policy' && where.startsWith('Grantee'));
}
