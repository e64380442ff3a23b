import { catalog as shipped } from '../../../../lib/catalog';
import { scaleToZero } from '../../../../lib/catalog/rows/scale-to-zero';
import { scaleToZeroIn } from '../../../../lib/catalog/scale-to-zero';
import { scaleToZeroIssues } from '../../../../lib/plan/aws/scale-to-zero';
import type { IdlePolicy } from '../../../../lib/platform';
import { endpoint } from '../../../helpers/platform';
import { tableProblems } from '../../../helpers/row-problems';

const found = (region: string, whenIdle: IdlePolicy) =>
  scaleToZeroIssues({ key: 'chat', endpoint: endpoint({ whenIdle }), catalog: shipped, target: { region } });

test('the rows have source and date, and every AWS region of the catalogue is known', () => {
  expect(tableProblems(scaleToZero, ({ region }) => region)).toEqual([]);
  const aws = shipped.regions.filter(({ cloud }) => cloud === 'aws').map(({ id }) => id);
  expect(aws.filter((region) => scaleToZeroIn(region) === undefined)).toEqual([]);
});

test.each([
  ['eu-central-1', 'scale-to-zero', []],
  ['us-east-1', 'scale-to-zero', []],
  ['eu-west-3', 'keep-warm', []],
  ['eu-west-3', 'scale-to-zero', ['ScaleToZeroNotInRegion']],
  ['eu-south-1', 'scale-to-zero', ['ScaleToZeroNotInRegion']],
  ['us-west-1', 'scale-to-zero', ['ScaleToZeroNotInRegion']],
  ['mars-1', 'scale-to-zero', ['ScaleToZeroUnproven']],
  ['mars-1', 'keep-warm', []],
] as const)('%s with %s: %j', (region, whenIdle, codes) => {
  expect(found(region, whenIdle).map(({ code }) => code)).toEqual(codes);
});

test('the refusal names what works: keep-warm, or a region of the same residency that has it', () => {
  const [issue] = found('eu-west-3', 'scale-to-zero');
  expect(issue).toMatchObject({ path: 'endpoints.chat.whenIdle', got: 'scale-to-zero' });
  expect(issue?.message).toContain('stdapi-ai/stdapi.ai#43');
  expect(issue?.fix).toMatch(/^use 'keep-warm', or move the environment to '/);
  expect(issue?.fix).toContain("'eu-central-1'");
  expect(issue?.fix).not.toMatch(/us-|eu-west-3|eu-south/);
});
