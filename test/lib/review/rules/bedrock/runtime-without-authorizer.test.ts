import { runtimeWithoutAuthorizer } from '../../../../../lib/review/rules/bedrock/runtime-without-authorizer';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(runtimeWithoutAuthorizer, {
  type: 'AWS::BedrockAgentCore::Runtime',
  right: {
    AuthorizerConfiguration: { CustomJWTAuthorizer: { DiscoveryUrl: 'https://x/.well-known/openid-configuration' } },
  },
  wrong: { AuthorizerConfiguration: [undefined] },
});
