import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { executionActions } from '../../../lib/constraints/endpoint-actions';
import { CodedError } from '../../../lib/messages';

/**
 * Policy statements of the VPC endpoint of a service: named actions, for principals of this account.
 *
 * The resource is `*`, because the policy of an endpoint limits principals and actions. The policy of a role limits the
 * resources.
 *
 * @param service - service name without the regional prefix, for example `sagemaker.runtime`
 * @param further - actions of services that the kit does not know, or in place of those it knows, by service
 * @throws CodedError `UnknownEndpointService` for a service without actions in either
 */
export function endpointStatements(
  scope: Construct,
  service: string,
  further: Readonly<Record<string, readonly string[]>> = {},
): readonly iam.PolicyStatement[] {
  const actions = further[service] ?? executionActions[service];
  if (actions === undefined) {
    throw new CodedError('UnknownEndpointService', {
      place: scope.node.path,
      message: 'the kit has no policy for the VPC endpoint of this service',
      got: service,
      expected: `one of ${Object.keys(executionActions).join(', ')}`,
      fix: `write what callers may do: endpointActions: { '${service}': ['…'] }`,
    });
  }
  const { account } = Stack.of(scope);
  const allowed = new iam.PolicyStatement({
    sid: 'OwnPrincipals',
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: ['*'],
    conditions: { StringEquals: { 'aws:PrincipalAccount': account } },
  });
  return service === 's3' ? [allowed, imageLayers(scope), denyOtherAccounts(account)] : [allowed];
}

/** ECR serves image layers from its regional bucket, with URLs that it signs. */
function imageLayers(scope: Construct): iam.PolicyStatement {
  const { partition, region } = Stack.of(scope);
  return new iam.PolicyStatement({
    sid: 'ImageLayers',
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:GetObject'],
    resources: [`arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`],
  });
}

/** No principal can write weights or documents to another account through the endpoint. */
function denyOtherAccounts(account: string): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'OwnWritesOnly',
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: ['s3:PutObject'],
    resources: ['*'],
    conditions: { StringNotEquals: { 'aws:ResourceAccount': account } },
  });
}
