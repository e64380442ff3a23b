import type { Constraint } from '../constraint';
import { at } from '../value';

const home = 'us-east-1';

/** What WAF has for CloudFront is made in us-east-1. */
export const wafScope: Constraint = {
  id: 'waf-scope',
  types: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::IPSet', 'AWS::WAFv2::RuleGroup', 'AWS::WAFv2::RegexPatternSet'],
  source: { url: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html', asOf: '2026-11-30' },
  check: ({ properties }, { region }) =>
    at(properties, 'Scope') === 'CLOUDFRONT' && region !== undefined && region !== home
      ? [
          {
            pointer: '#/Scope',
            problem: `The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT. The region is ${region}, expected ${home}`,
            fix: `Write REGIONAL, or deploy the stack in ${home}.`,
          },
        ]
      : [],
};
