import { propertyRule } from '../../property-rule';

/** Use a runtime that is supported: known vulnerabilities are not patched. */
export const functionRuntime = propertyRule(
  {
    code: 'FunctionRuntime',
    family: 'application',
    pack: 'baseline',
    safeguard: 'vulnerability',
    securityHub: ['Lambda.2'],
    rationale: 'Known vulnerabilities are not patched.',
    source: { url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'Runtime',
      must: {
        isNot: [
          'nodejs',
          'nodejs4.3',
          'nodejs6.10',
          'nodejs8.10',
          'nodejs10.x',
          'nodejs12.x',
          'nodejs14.x',
          'nodejs16.x',
          'nodejs18.x',
          'python2.7',
          'python3.6',
          'python3.7',
          'python3.8',
          'python3.9',
          'ruby2.5',
          'ruby2.7',
          'java8',
          'go1.x',
          'dotnetcore2.1',
          'dotnetcore3.1',
          'dotnet6',
          'provided',
        ],
      },
    },
  ],
);
