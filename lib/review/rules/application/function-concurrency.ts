import { propertyRule } from '../../property-rule';

/** Set ReservedConcurrentExecutions: a burst of questions uses the whole account and calls the model without limit. */
export const functionConcurrency = propertyRule(
  {
    code: 'FunctionConcurrency',
    family: 'application',
    pack: 'production',
    safeguard: 'consumption',
    rationale: 'A burst of questions uses the whole account and calls the model without limit.',
    source: { url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'ReservedConcurrentExecutions',
      must: { set: true },
    },
  ],
);
