import { templateFindings } from '../../../bin/check/template-findings';
import type { TemplateConstraint } from '../../../lib/constraints/constraint';

const rule: TemplateConstraint = {
  id: 'no-topic',
  source: { url: 'https://example.com', asOf: '2026-11-30' },
  check: () => [
    { pointer: '/Resources/Topic/Properties/Name', problem: 'is a topic', fix: 'Remove it.' },
    { pointer: '/Conditions/Unused', problem: 'is not used', fix: 'Remove it.' },
  ],
};

test('a rule about the template is found at its resource, or at the stack', () => {
  const template = { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } };
  expect(templateFindings({ environment: 'file', stack: 'data', template }, [rule])).toMatchObject([
    { rule: 'ConstraintViolation', severity: 'error', address: 'data/Topic', type: 'AWS::SNS::Topic', path: 'Name' },
    { address: 'data', type: 'AWS::CloudFormation::Stack', path: 'Conditions.Unused' },
  ]);
});
