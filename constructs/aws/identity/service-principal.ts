import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * A service principal that acts only for resources of this account.
 *
 * Without the conditions another account could make the service assume the role (the confused deputy problem).
 *
 * @param sourceArn - pattern of the resources that the service acts for
 */
export function serviceOfThisAccount(scope: Construct, service: string, sourceArn: string): iam.PrincipalBase {
  return new iam.ServicePrincipal(service, {
    conditions: {
      StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
      ArnLike: { 'aws:SourceArn': sourceArn },
    },
  });
}
