import { locked } from '../../../azure/locks';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Add a lock of level CanNotDelete, or protect and retainOnDelete: one mistake deletes the data. */
export const dataUnlocked: Rule = {
  code: 'DataUnlocked',
  family: 'azure',
  pack: 'regulated',
  safeguard: 'recovery',
  rationale: 'One mistake deletes the data.',
  source: {
    url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.Storage.SoftDelete.md',
    asOf: '2026-12-01',
  },
  check: (node, _context, graph) =>
    node.cloud !== 'azure' || !node.stateful || node.retained || graph.once(locked).has(node)
      ? []
      : [{ path: '', message: 'holds data and has no lock', fix: fixOf('DataUnlocked') }],
};
