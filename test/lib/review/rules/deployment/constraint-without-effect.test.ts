import { check } from '../../../../../lib/review';
import { breachesOf } from '../../../../../lib/review/breaches';
import { constraintViolation } from '../../../../../lib/review/rules/deployment/constraint-violation';
import { constraintWithoutEffect } from '../../../../../lib/review/rules/deployment/constraint-without-effect';
import { resourceNode } from '../../../../helpers/resource-node';

const context = { breaches: breachesOf(() => 'eu-central-1') };

test('what a service takes without effect is a warning of its own', () => {
  const statement = { Effect: 'Allow', Action: 's3:GetObjects', Resource: '*' };
  const policy = resourceNode({
    type: 'AWS::IAM::ManagedPolicy',
    properties: { PolicyDocument: { Version: '2012-10-17', Statement: statement } },
  });
  const { findings } = check([policy], [constraintViolation, constraintWithoutEffect], context);
  expect(findings).toMatchObject([
    { rule: 'ConstraintWithoutEffect', severity: 'warning', path: 'PolicyDocument.Statement.Action' },
  ]);
  expect(check([], [constraintWithoutEffect]).skipped).toHaveLength(1);
});
