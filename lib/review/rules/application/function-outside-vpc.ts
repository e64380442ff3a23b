import { propertyRule } from '../../property-rule';

/** Set VpcConfig with subnets and security groups: no security group limits what the function reaches. */
export const functionOutsideVpc = propertyRule(
  {
    code: 'FunctionOutsideVpc',
    family: 'application',
    pack: 'production',
    safeguard: 'boundary',
    securityHub: ['Lambda.3'],
    rationale: 'No security group limits what the function reaches.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'VpcConfig.SubnetIds',
      must: { set: true },
    },
  ],
);
