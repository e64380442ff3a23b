import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Set DeletionPolicy and UpdateReplacePolicy to Retain: whoever may delete the stack deletes the record of what was done. */
export const logNotRetained: Rule = {
  code: 'LogNotRetained',
  family: 'data',
  pack: 'regulated',
  safeguard: 'retention',
  rationale: 'Whoever may delete the stack deletes the record of what was done.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::Logs::LogGroup'],
  check: ({ retained }) =>
    retained ? [] : [{ path: '', message: 'is deleted with its stack', fix: fixOf('LogNotRetained') }],
};
