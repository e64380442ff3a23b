import { fixOf } from '../../property-rule';
import { isDeletable, retaining } from '../../retained';
import type { Rule } from '../../rule';

/** Set DeletionPolicy and UpdateReplacePolicy to Retain or RetainExceptOnCreate: the data is lost with the stack, by an update or a mistake. */
export const dataNotRetained: Rule = {
  code: 'DataNotRetained',
  family: 'data',
  pack: 'production',
  safeguard: 'recovery',
  rationale: 'The data is lost with the stack, by an update or a mistake.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    asOf: '2026-11-30',
  },
  check: (node, _context, graph) =>
    !isDeletable(node) || graph.once(retaining).has(`${node.environment} ${node.cloud}`)
      ? []
      : [{ path: '', message: 'holds data and is deleted with its stack', fix: fixOf('DataNotRetained') }],
};
