import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Use a role, with federation for people and pipelines: a key that leaked works until somebody notices. */
export const longTermKey: Rule = {
  code: 'LongTermKey',
  family: 'iam',
  pack: 'baseline',
  safeguard: 'authentication',
  securityHub: ['IAM.3'],
  rationale: 'A key that leaked works until somebody notices.',
  source: { url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html', asOf: '2026-11-30' },
  types: ['AWS::IAM::AccessKey'],
  check: () => [{ path: '', message: 'is a key that never expires', fix: fixOf('LongTermKey') }],
};
