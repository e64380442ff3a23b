import { check } from '../../../../../lib/review';
import { breachesOf } from '../../../../../lib/review/breaches';
import { constraintViolation } from '../../../../../lib/review/rules/deployment/constraint-violation';
import { resourceNode } from '../../../../helpers/resource-node';

const context = { breaches: breachesOf(() => 'ap-southeast-7') };
const findingsOf = (type: string, properties = {}) =>
  check([resourceNode({ type, properties })], [constraintViolation], context).findings;

test('a finding names the rule, its place, its source and what to do', () => {
  const containers = { PrimaryContainer: { Image: 'a' }, Containers: [{ Image: 'b' }] };
  const [finding] = findingsOf('AWS::SageMaker::Model', containers);
  expect(finding).toMatchObject({
    rule: 'ConstraintViolation',
    path: 'Containers',
    fix: 'Remove Containers, or move PrimaryContainer into Containers.',
  });
  expect(finding?.message).toMatch(/takes one of them \(model-containers, https:\/\/docs\.aws\.amazon\.com\S+, \d{4}-/);
});

test('a type that the region of the environment does not have is refused', () => {
  const [finding] = findingsOf('AWS::Bedrock::KnowledgeBase');
  expect(finding?.message).toMatch(/Unrecognized resource types: \[AWS::Bedrock::KnowledgeBase\]/);
});

test('says nothing where the region is not known, and about resources of Azure', () => {
  const nodes = [
    resourceNode({ type: 'AWS::Bedrock::KnowledgeBase' }),
    resourceNode({ type: 'azure-native:storage:StorageAccount' }),
  ];
  expect(check(nodes, [constraintViolation], { breaches: breachesOf(() => undefined) }).findings).toEqual([]);
});

test('is skipped by name without rules of services', () => {
  expect(check([], [constraintViolation]).skipped).toEqual([
    { rule: 'ConstraintViolation', reason: 'no rules of services were given' },
  ]);
});
