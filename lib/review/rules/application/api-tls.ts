import { propertyRule } from '../../property-rule';

/** Set SecurityPolicy to TLS_1_2: prompts cross the network with broken encryption. */
export const apiTls = propertyRule(
  {
    code: 'ApiTls',
    family: 'application',
    pack: 'production',
    safeguard: 'encryption-in-transit',
    rationale: 'Prompts cross the network with broken encryption.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::ApiGateway::DomainName'],
      path: 'SecurityPolicy',
      must: { isNot: ['TLS_1_0'] },
    },
    {
      types: ['AWS::ApiGatewayV2::DomainName'],
      path: 'DomainNameConfigurations.*.SecurityPolicy',
      must: { isNot: ['TLS_1_0'] },
    },
  ],
);
