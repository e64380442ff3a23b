import { knownAt, placesAt } from '../../known';
import { isList } from '../../policy';
import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Begin each pattern of a filter with ^ and end it with $, and filter by ACTOR_ACCOUNT_ID or HEAD_REF: a stranger starts the build with code of his own and gets its credentials. */
export const buildTrigger: Rule = {
  code: 'BuildTrigger',
  family: 'ci',
  pack: 'production',
  safeguard: 'authentication',
  rationale: 'A stranger starts the build with code of his own and gets its credentials.',
  source: { url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/github-webhook.html', asOf: '2026-11-30' },
  types: ['AWS::CodeBuild::Project'],
  check: ({ properties }) => {
    const fix = fixOf('BuildTrigger');
    if (knownAt(properties, 'Triggers.Webhook') !== true) return [];
    const groups = knownAt(properties, 'Triggers.FilterGroups');
    if (groups === undefined || (isList(groups) && groups.length === 0)) {
      return [{ path: 'Triggers.FilterGroups', message: 'every push starts the build', fix }];
    }
    return placesAt(properties, 'Triggers.FilterGroups.*.*').flatMap(({ path, values: [filter] }) => {
      if (typeof filter !== 'object' || filter === null) return [];
      const type = knownAt(filter, 'Type');
      const pattern = knownAt(filter, 'Pattern');
      if (type === 'EVENT' || typeof pattern !== 'string' || isAnchored(pattern)) return [];
      return [{ path: `${path}.Pattern`, message: `the pattern ${pattern} matches more than it names`, fix }];
    });
  },
};

function isAnchored(pattern: string): boolean {
  return pattern.split('|').every((part) => /^\(?\^/.test(part) && /\$\)?$/.test(part)) && !/^\^\.\*\$$/.test(pattern);
}
