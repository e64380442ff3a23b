import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * A service that may act only on behalf of this account.
 *
 * Without the conditions any account that uses the service could have it assume the role (the confused deputy).
 *
 * @param sourceArn - pattern of the resources the service acts for
 */
export function serviceOfThisAccount(scope: Construct, service: string, sourceArn: string): iam.PrincipalBase {
  return new iam.ServicePrincipal(service, {
    conditions: {
      StringEquals: { 'aws:SourceAccount': Stack.of(scope).account },
      ArnLike: { 'aws:SourceArn': sourceArn },
    },
  });
}
