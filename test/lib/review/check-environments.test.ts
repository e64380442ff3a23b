import { checkEnvironments, rulesOf } from '../../../lib/review';
import { resourceNode } from '../../helpers/resource-node';

const bucket = { type: 'AWS::S3::Bucket', address: 'app/Bucket', stack: 'app' };
const graph = [resourceNode({ ...bucket }), resourceNode({ ...bucket, environment: 'prod' })];

test('each environment is asked its own pack', () => {
  const both = checkEnvironments(graph, (name) => rulesOf(name === 'prod' ? 'production' : 'baseline'));
  const found = new Set(both.findings.map(({ environment, rule }) => `${environment} ${rule}`));
  expect(found).toContain('prod BucketKey');
  expect(found).not.toContain('dev BucketKey');
  expect(both.resources).toBe(2);
  const skipped = new Set(both.skipped.map(({ rule }) => rule));
  expect(both.skipped).toHaveLength(skipped.size);
  expect(both.rules).toBe(rulesOf('production').length - skipped.size);
});

test('a graph without resources has no findings, and the rules that cannot run say so', () => {
  const none = checkEnvironments([], () => rulesOf('baseline'));
  expect(none.findings).toEqual([]);
  expect(none.skipped.map(({ rule }) => rule)).toContain('UnplannedName');
});
