import type { PropertyValue } from '../../../../../lib/graph';
import { buildTrigger } from '../../../../../lib/review/rules/ci/build-trigger';
import { judged } from '../../../../helpers/judged';

const project = (FilterGroups?: PropertyValue) => ({
  Triggers: { Webhook: true, ...(FilterGroups === undefined ? {} : { FilterGroups }) },
});
const event = { Type: 'EVENT', Pattern: 'PUSH' };

test.each<[string, ReturnType<typeof project>, number]>([
  ['a whole name', project([[event, { Type: 'HEAD_REF', Pattern: '^refs/heads/main$' }]]), 0],
  ['a part of a name', project([[event, { Type: 'HEAD_REF', Pattern: 'main' }]]), 1],
  ['one of two whole names', project([[{ Type: 'ACTOR_ACCOUNT_ID', Pattern: '^1$|2' }]]), 1],
  ['two whole names', project([[{ Type: 'ACTOR_ACCOUNT_ID', Pattern: '^1$|^2$' }]]), 0],
  ['everything', project([[{ Type: 'HEAD_REF', Pattern: '^.*$' }]]), 1],
  ['no filter', project(), 1],
  ['filters that are not known', project({ Ref: 'Filters' }), 0],
  ['a pattern that is not known', project([[{ Type: 'HEAD_REF', Pattern: { Ref: 'Branch' } }]]), 0],
])('a webhook with %s', (_name, properties, count) => {
  expect(judged(buildTrigger, 'AWS::CodeBuild::Project', properties)).toHaveLength(count);
});
