import { propertyRule } from '../../property-rule';

/** Name subnets of at least two zones in VpcConfig: the loss of one zone stops the function. */
export const functionZones = propertyRule(
  {
    code: 'FunctionZones',
    family: 'application',
    pack: 'production',
    safeguard: 'availability',
    securityHub: ['Lambda.5'],
    rationale: 'The loss of one zone stops the function.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'VpcConfig.SubnetIds',
      must: { items: 2 },
      mayBeAbsent: true,
    },
  ],
);
