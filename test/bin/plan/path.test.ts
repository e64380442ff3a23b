import { isUnder, unknownPath } from '../../../bin/plan/path';
import { environmentPlan } from '../../helpers/plan';

const plans = [environmentPlan()];

test.each([
  ['aws.deployment.endpoints.chat', 'aws.deployment', true],
  ['aws.deployment', 'aws.deployment', true],
  ['aws.deployments', 'aws.deployment', false],
  ['aws', '', true],
])('%s stands at or under "%s": %s', (path, prefix, expected) => {
  expect(isUnder(path, prefix)).toBe(expected);
});

test.each(['', 'aws', 'aws.deployment.endpoints.chat', 'aws.deployment.endpoints.chat.instanceType'])(
  'the path "%s" is known',
  (prefix) => {
    expect(unknownPath(plans, prefix)).toBeUndefined();
  },
);

test.each([
  ['aws.deployment.endponts.chat', "under aws.deployment: 'endpoints'", 'did you mean aws.deployment.endpoints.chat?'],
  ['aws.deployment.endponts.nothing', "under aws.deployment: 'endpoints'", 'did you mean aws.deployment.endpoints?'],
  ['awz', "'aws', 'azure'", 'did you mean aws?'],
  ['endpoints.chat', "'aws', 'azure'", 'did you mean aws.deployment.endpoints.chat?'],
  ['nothing.like.it', "'aws', 'azure'", undefined],
])('the path "%s" is refused with what exists instead', (prefix, expected, fix) => {
  const issue = unknownPath(plans, prefix);
  expect(issue).toMatchObject({ code: 'UnknownPlanPath', got: prefix });
  expect(issue?.expected).toContain(expected);
  expect(issue?.fix).toBe(fix);
});
