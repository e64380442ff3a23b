import type { IAspect } from 'aws-cdk-lib';
import { Aspects } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import type { SettledAwsPlan } from '../../lib/plan';

type RoleRules = NonNullable<SettledAwsPlan['roles']>;

/** Puts boundary and path of the plan on every role below a scope, so that no construct can forget them. */
export function applyRoleRules(scope: IConstruct, rules: RoleRules | undefined): void {
  if (rules !== undefined) Aspects.of(scope).add(new RoleAspect(rules));
}

class RoleAspect implements IAspect {
  constructor(private readonly rules: RoleRules) {}

  visit(node: IConstruct): void {
    if (!(node instanceof iam.CfnRole)) return;
    const { permissionsBoundary, path } = this.rules;
    if (permissionsBoundary !== undefined) node.permissionsBoundary = permissionsBoundary;
    if (path !== undefined) node.path = path;
  }
}
