import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../../lib/messages';
import type { Rule } from '../../../lib/review';
import { check, rules } from '../../../lib/review';
import { root } from '../../helpers/command';
import { resourceNode } from '../../helpers/resource-node';

const onEveryNode: Rule = {
  code: 'CustomResource',
  check: () => [{ path: 'Tags', message: 'has no tags', fix: 'add tags' }],
};
const withPlan: Rule = {
  code: 'UnplannedName',
  skipReason: ({ plannedNames }) => (plannedNames === undefined ? 'there is no plan' : undefined),
  check: (_node, { plannedNames }) => [{ path: '', message: `${plannedNames?.size ?? 0} names`, fix: 'rename' }],
};
const graph = [
  resourceNode({ type: 'AWS::S3::Bucket', address: 'foundation/A' }),
  resourceNode({ type: 'azure-native:search:Service', address: 'urn:b', environment: 'qa' }),
];

test('a finding has the code of its rule, the severity of the registry and the place of its resource', () => {
  expect(check(graph, [onEveryNode]).findings).toEqual([
    {
      rule: 'CustomResource',
      severity: 'error',
      environment: 'dev',
      cloud: 'aws',
      address: 'foundation/A',
      type: 'AWS::S3::Bucket',
      path: 'Tags',
      message: 'has no tags',
      fix: 'add tags',
    },
    {
      rule: 'CustomResource',
      severity: 'error',
      environment: 'qa',
      cloud: 'azure',
      address: 'urn:b',
      type: 'azure-native:search:Service',
      path: 'Tags',
      message: 'has no tags',
      fix: 'add tags',
    },
  ]);
});

test('a rule that cannot run is skipped with its reason and not counted', () => {
  expect(check(graph, [withPlan, onEveryNode])).toMatchObject({
    skipped: [{ rule: 'UnplannedName', reason: 'there is no plan' }],
    resources: 2,
    rules: 1,
  });
  expect(check(graph, [withPlan, onEveryNode]).findings.map(({ rule }) => rule)).toEqual([
    'CustomResource',
    'CustomResource',
  ]);
});

test('findings are in the order of the graph, then of the rules', () => {
  const result = check(graph, [withPlan, onEveryNode], { plannedNames: new Set(['a', 'b']) });
  expect(result.findings.map(({ address, rule, message }) => [address, rule, message])).toEqual([
    ['foundation/A', 'UnplannedName', '2 names'],
    ['foundation/A', 'CustomResource', 'has no tags'],
    ['urn:b', 'UnplannedName', '2 names'],
    ['urn:b', 'CustomResource', 'has no tags'],
  ]);
  expect(result).toMatchObject({ skipped: [], rules: 2 });
});

test('every rule runs in the check, has a code of its own and a test beside it', () => {
  const files = (folder: string): string[] => readdirSync(join(root, folder)).filter((file) => file !== 'index.ts');
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  expect(files('lib/review/rules')).toHaveLength(rules.length);
  expect(files('test/lib/review/rules').map((file) => file.replace('.test', ''))).toEqual(files('lib/review/rules'));
  for (const { code } of rules) expect(['error', 'warning']).toContain(messageOf(code).severity);
});
