import { knownAt } from '../../known';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set AuthorizationType to AWS_IAM, or to an authorizer of yours: whoever finds the address calls the model at your cost. */
export const apiOpen: Rule = {
  code: 'ApiOpen',
  family: 'application',
  pack: 'baseline',
  safeguard: 'authentication',
  securityHub: ['APIGateway.8'],
  rationale: 'Whoever finds the address calls the model at your cost.',
  source: {
    url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  check: ({ type, properties }) => {
    const authorization = knownAt(properties, 'AuthorizationType') ?? 'NONE';
    const key = knownAt(properties, 'ApiKeyRequired');
    // A browser asks what it may send before it sends a token.
    const preflight =
      properties.HttpMethod === 'OPTIONS' ||
      (typeof properties.RouteKey === 'string' && properties.RouteKey.startsWith('OPTIONS '));
    if (
      authorization !== 'NONE' ||
      preflight ||
      (type === 'AWS::ApiGateway::Method' && key !== undefined && key !== false)
    )
      return [];
    return [{ path: 'AuthorizationType', message: 'everybody may call it', fix: fixOf('ApiOpen') }];
  },
};
