import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../../lib/messages';
import type { Rule } from '../../../lib/review';
import { check, packs, rules, rulesOf } from '../../../lib/review';
import { root } from '../../helpers/command';
import { resourceNode } from '../../helpers/resource-node';

const facts = {
  family: 'deployment',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'It is a test.',
  source: { url: 'https://example.com', asOf: '2026-11-30' },
} as const;
const onEveryNode: Rule = {
  ...facts,
  code: 'CustomResource',
  check: () => [{ path: 'Tags', message: 'has no tags', fix: 'add tags' }],
};
const withPlan: Rule = {
  ...facts,
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

test('a rule judges the resources of its types only', () => {
  const asked: string[] = [];
  const rule: Rule = {
    ...onEveryNode,
    types: ['AWS::S3::Bucket'],
    check: ({ type }) => {
      asked.push(type);
      return [];
    },
  };
  check([...graph, ...graph], [rule]);
  expect(asked).toEqual(['AWS::S3::Bucket', 'AWS::S3::Bucket']);
});

test('every file of rules has a test beside it, and every rule a code of its own', () => {
  const files = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('index.ts'))
      .toSorted();
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  expect(files('test/lib/review/rules').map((file) => file.replace('.test', ''))).toEqual(files('lib/review/rules'));
});

test.each(rules.map((rule) => [rule.code, rule] as const))(
  '%s says why it exists and where it comes from',
  (_code, rule) => {
    expect(['error', 'warning']).toContain(messageOf(rule.code).severity);
    expect(rule.rationale).toMatch(/^[A-Z].{10,}\.$/);
    expect(rule.source.url).toMatch(/^https:\/\//);
    expect(rule.source.asOf).toMatch(/^2026-\d\d-\d\d$/);
    expect(rule.types).not.toEqual([]);
  },
);

test('a stricter pack has every rule of the packs before it, and the strictest has all', () => {
  const codes = packs.map((pack) => rulesOf(pack).map(({ code }) => code));
  const [baseline = [], production = [], regulated = []] = codes;
  expect(production).toEqual(expect.arrayContaining([...baseline]));
  expect(regulated).toEqual(rules.map(({ code }) => code));
  expect(new Set(codes.map(({ length }) => length)).size).toBeLessThanOrEqual(packs.length);
});
